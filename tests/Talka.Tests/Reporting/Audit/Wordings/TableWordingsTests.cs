namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets in tables of every shape: years down or across, streams down or across, totals first or last, sorts of amounts in rows or columns, merged headers.</summary>
public sealed class TableWordingsTests
{
    /// <summary>Rows parted by a line break; the amount in curly brackets is right, and wrong when its two neighbouring digits change places.</summary>
    public static TheoryData<string, string> Tables => new()
    {
        // Years down
        { "Gads|Plānots|Izlietots|Atlikums\nI|10 000,00|9 360,00|{640,00}\nII|10 000,00|10 000,00|0,00\nKopā|20 000,00|19 360,00|640,00", "remainder-mismatch 1" },
        { "Gads|Plānots|Izlietots\n2021|10 000,00|9 360,00\n2022|10 000,00|10 000,00\nKopā|20 000,00|{19 360,00}", "budget-lines-mismatch" },
        { "Periods|Piešķirts|Apgūts|Neapgūts\n2021. gads|10 000,00|9 360,00|{640,00}\n2022. gads|10 000,00|10 000,00|–\nPavisam|20 000,00|19 360,00|640,00", "remainder-mismatch 1" },
        { "Kopā|20 000,00|19 360,00|640,00\nGads|Plānots|Izlietots|Atlikums\nI gads|10 000,00|9 360,00|{640,00}\nII gads|10 000,00|10 000,00|0,00", "remainder-mismatch 1" },
        { "Gads|Tāme|Fakts|Starpība\nPirmais|10 000,00|9 360,00|{640,00}\nOtrais|10 000,00|10 000,00|0,00\nAbi gadi|20 000,00|19 360,00|640,00", "remainder-mismatch 1" },
        // Years across
        { "|I gads|II gads|Kopā\nPlānots|10 000,00|10 000,00|20 000,00\nIzlietots|9 360,00|10 000,00|19 360,00\nAtlikums|{640,00}|0,00|640,00", "remainder-mismatch 1" },
        { "Rādītājs|2021|2022|Kopā\nPlāns|10 000,00|10 000,00|20 000,00\nIzpilde|9 360,00|10 000,00|{19 360,00}", "budget-lines-mismatch" },
        { "|Kopā|2021. gads|2022. gads\nPlānotais finansējums|20 000,00|10 000,00|10 000,00\nIzlietotais finansējums|19 360,00|9 360,00|10 000,00\nNeizlietotais finansējums|640,00|{640,00}|0,00", "remainder-mismatch 1" },
        // Streams down, years and sorts across in two rows of headers
        { "2^Virziens|2*I gads|2*II gads\nplāns|izpilde|plāns|izpilde\nApmācības|6 000,00|5 360,00|6 000,00|6 000,00\nPasākumi|4 000,00|4 000,00|4 000,00|4 000,00\nKopā|10 000,00|{9 360,00}|10 000,00|10 000,00", "budget-lines-mismatch 1" },
        { "Pozīcija|Plāns 2021|Fakts 2021|Plāns 2022|Fakts 2022\nApmācības|6 000,00|5 360,00|6 000,00|6 000,00\nPasākumi|4 000,00|4 000,00|4 000,00|4 000,00\nKopā|10 000,00|{9 360,00}|10 000,00|10 000,00", "budget-lines-mismatch 1" },
        { "Pozīcija|I gads, plānots|I gads, izlietots|II gads, plānots|II gads, izlietots\nApmācības|6 000,00|{5 360,00}|6 000,00|6 000,00\nPasākumi|4 000,00|4 000,00|4 000,00|4 000,00\nKopā|10 000,00|9 360,00|10 000,00|10 000,00", "budget-lines-mismatch 1" },
        // Streams across
        { "Gads||Apmācības|Pasākumi|Kopā\n2^I gads|plānots|6 000,00|4 000,00|10 000,00\nizlietots|5 360,00|4 000,00|{9 360,00}\n2^II gads|plānots|6 000,00|4 000,00|10 000,00\nizlietots|6 000,00|4 000,00|10 000,00", "budget-lines-mismatch 1" },
        { "2^Gads|2*Apmācības|2*Pasākumi|2*Kopā\nplāns|fakts|plāns|fakts|plāns|fakts\nI|6 000,00|5 360,00|4 000,00|4 000,00|10 000,00|{9 360,00}\nII|6 000,00|6 000,00|4 000,00|4 000,00|10 000,00|10 000,00", "budget-lines-mismatch 1" },
        // Years and streams down
        { "|Plānots|Izlietots\nI gads|10 000,00|9 360,00\napmācības|6 000,00|{5 360,00}\npasākumi|4 000,00|4 000,00\nII gads|10 000,00|10 000,00\napmācības|6 000,00|6 000,00\npasākumi|4 000,00|4 000,00\nKopā|20 000,00|19 360,00", "budget-lines-mismatch 1" },
        { "Gads|Virziens|Plānots|Izlietots\n3^I|Apmācības|6 000,00|{5 360,00}\nPasākumi|4 000,00|4 000,00\nKopā|10 000,00|9 360,00\n3^II|Apmācības|6 000,00|6 000,00\nPasākumi|4 000,00|4 000,00\nKopā|10 000,00|10 000,00", "budget-lines-mismatch 1" },
        // What was carried over in a column of its own
        { "Gads|Plānots|Pārnests no iepriekšējā gada|Izlietots|Pārnests uz nākamo gadu\nI|10 000,00|–|9 360,00|640,00\nII|10 000,00|640,00|{10 480,00}|160,00\nKopā|20 000,00||19 840,00|", "remainder-mismatch 2" },
        { "Gads|Plānots|Atlikums no iepriekšējā gada|Kopā pieejams|Izlietots|Atlikums gada beigās\nI|10 000,00|0,00|10 000,00|9 360,00|640,00\nII|10 000,00|640,00|10 640,00|{10 480,00}|160,00", "remainder-mismatch 2" },
        // A share in the last column
        { "Gads|Plānots|Izlietots|Apguve, %\nI gads|10 000,00|9 360,00|93,60\nII gads|10 000,00|10 000,00|100,00\nKopā|20 000,00|{19 360,00}|96,80", "budget-lines-mismatch" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_ThatAddsUp_IsNotAccused(string table, string found)
    {
        Assert.NotEmpty(found);
        Assert.DoesNotContain(Frame.Table(table.Replace("{", "").Replace("}", "").Split('\n')).Split(", "), code => code is not ("" or "total-missing"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_WithASlip_IsPointedOut(string table, string found)
    {
        var (start, end) = (table.IndexOf('{'), table.IndexOf('}'));
        var wrong = table[(start + 1)..end] switch { "640,00" => "460,00", "9 360,00" => "9 630,00", "19 360,00" => "19 630,00", "5 360,00" => "5 630,00", _ => "10 840,00" };

        var codes = Frame.Table((table[..start] + wrong + table[(end + 1)..]).Split('\n')).Split(", ");

        Assert.True(codes.Contains(found) || (found.StartsWith("budget-lines", StringComparison.Ordinal) && codes.Contains("remainder-mismatch 1")), string.Join(", ", codes));
    }
}
