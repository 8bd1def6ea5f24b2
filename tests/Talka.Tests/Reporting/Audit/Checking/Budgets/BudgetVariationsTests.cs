using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Checking.Budgets;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking.Budgets;

/// <summary>Budgets as people write them: each in a form of its own, right ones of which nothing is said, and wrong ones.</summary>
public sealed class BudgetVariationsTests
{
    private static readonly IReadOnlyList<IAuditRule> Rules = [new BudgetRule(), new CarryOverRule(), new UnrecoveredRule(), new NumberFormatRule()];

    private const string Before = """
        Deleģēšanas periods: 2021. gada 1. janvāris – 2022. gada 31. decembris

        Apraksts un vērtējums

        I gads (01.01.2021.–31.12.2021.)
        Notika 5 semināri. Mērķi sasniegti.

        II gads (01.01.2022.–31.12.2022.)
        Notika 6 semināri. Mērķi sasniegti.


        """;

    /// <summary>What is put there, and the codes with their years that are found.</summary>
    public static TheoryData<string, string> Budgets => new()
    {
        {
            // Set with spaces, streams below their year
            """
            Finansējums, EUR

                                Plāns        Izpilde      Starpība
            I gads           12 000,00     11 500,00       500,00
              apmācības       8 000,00      7 700,00       300,00
              darbnīcas       4 000,00      3 800,00       200,00
            II gads          12 000,00     12 000,00         0,00
              apmācības       8 000,00      8 000,00         0,00
              darbnīcas       4 000,00      4 000,00         0,00
            Abi gadi         24 000,00     23 500,00       500,00
            """, ""
        },
        {
            """
            Finansējums, EUR

                                Plāns        Izpilde      Starpība
            I gads           12 000,00     11 500,00       500,00
              apmācības       8 000,00      7 700,00       300,00
              darbnīcas       4 000,00      3 800,00       200,00
            II gads          12 000,00     12 000,00         0,00
              apmācības       8 000,00      8 000,00         0,00
              darbnīcas       4 500,00      4 500,00         0,00
            Abi gadi         24 000,00     23 500,00       500,00
            """, "budget-lines-mismatch 2"
        },
        {
            // The year's total below its streams
            """
            Finansējums

            Pozīcija            Piešķirts, euro    Izdevumi, euro
            Nometnes                   6 000,00          6 000,00
            Konsultācijas              5 000,00          4 900,00
            I gads kopā               11 000,00         10 900,00
            Nometnes                   6 000,00          6 000,00
            Konsultācijas              5 000,00          5 000,00
            II gads kopā              11 000,00         11 400,00
            Pavisam                   22 000,00         21 900,00
            """, "budget-lines-mismatch 2"
        },
        {
            // A column of years in tabs, a share that takes part in nothing
            "Finansējums, euro\n\nGads\tBudžets\tIzlietots\tApgūts, %\n2021\t9 000,00\t8 100,00\t90,00\n2022\t9 000,00\t9 000,00\t100,00\n2021–2022\t18 000,00\t17 100,00\t95,00", ""
        },
        {
            "Finansējums, euro\n\nGads\tBudžets\tIzlietots\tApgūts, %\n2021\t9 000,00\t8 100,00\t90,00\n2022\t9 000,00\t9 000,00\t100,00\nKopā\t18 000,00\t17 000,00\t95,00", "budget-lines-mismatch "
        },
        {
            // Streams in the headers of columns; the total of all years follows from that of the second
            "Nauda\n\nGads\tKursi, plāns\tKursi, fakts\tTalkas, plāns\tTalkas, fakts\tKopā plāns\tKopā fakts\nI\t5 000,00\t5 000,00\t2 000,00\t1 900,00\t7 000,00\t6 900,00\nII\t5 000,00\t4 800,00\t2 000,00\t2 000,00\t7 000,00\t6 500,00\nKopā\t10 000,00\t9 800,00\t4 000,00\t3 900,00\t14 000,00\t13 400,00",
            "budget-lines-mismatch 2"
        },
        {
            // Rows that say what amounts are, years as columns
            "Finansējums, euro\n\n\tI gads\tII gads\tKopā\nPlānots\t10 000,00\t10 000,00\t20 000,00\nIzlietots\t9 400,00\t10 000,00\t19 400,00\nAtlikums\t600,00\t0,00\t600,00", ""
        },
        {
            "Finansējums, euro\n\n\tI gads\tII gads\tKopā\nPlānots\t10 000,00\t10 000,00\t20 000,00\nIzlietots\t9 400,00\t10 000,00\t19 400,00\nAtlikums\t660,00\t0,00\t600,00", "remainder-mismatch 1"
        },
        {
            // Lines of words and figures
            """
            Naudas lietas
            -------------
            1. gads, plāns: 9 000,00 EUR = telpas 5 000,00 + pasākumi 4 000,00
            1. gads, izpilde: 8 700,00 EUR = telpas 4 900,00 + pasākumi 3 800,00
            2. gads, plāns: 9 000,00 EUR = telpas 5 000,00 + pasākumi 4 000,00
            2. gads, izpilde: 8 900,00 EUR = telpas 4 900,00 + pasākumi 3 900,00
            """, "budget-lines-mismatch 2"
        },
        {
            """
            Finansējums (EUR)

            I gads    plānots 20 000,00   izlietots 19 000,00
              nometne    plānots 12 000,00   izlietots 11 500,00
              kursi      plānots 8 000,00    izlietots 7 500,00
            II gads   plānots 20 000,00   izlietots 19 800,00
              nometne    plānots 12 000,00   izlietots 12 000,00
              kursi      plānots 8 000,00    izlietots 7 700,00
            """, "budget-lines-mismatch 2"
        },
        {
            // Told in sentences
            "Plānotais un izlietotais finansējums\n\nPirmajā gadā bija paredzēti 15 000,00 euro, no tiem apgūti 14 600,00 euro, un 400,00 euro pārnesti uz otro gadu. Otrajā gadā plānoti 15 000,00 euro, izlietoti 15 000,00 euro, atlikuma nav.", "carry-over-missing 2"
        },
        {
            "Plānotais un izlietotais finansējums\n\nPirmajā gadā bija paredzēti 15 000,00 euro, iztērēti 14 600,00 euro; pāri palika 400,00 euro, ko atmaksājām. Otrajā gadā plānoti 15 000,00 euro, izlietoti 14 200,00 euro; pāri palika 880,00 euro.", "remainder-mismatch 2"
        },
        {
            "Finansējums, euro\n\n\tPlānots\tIzlietots\tAtlikums\nI gads\t8 000,00\t7 800,00\t200,00\nII gads\t8 000,00\t8 000,00\t0,00\n\nI gada atlikums 200,00 euro novirzīts II gada darbnīcām.", "carry-over-missing 2"
        },
        {
            "Finansējums, euro\n\n\tPlānots\tIzlietots\tAtlikums\nI gads\t8 000,00\t7 800,00\t200,00\nII gads\t8 000,00\t8 000,00\t0,00\n\nI gada atlikums atmaksāts, uz II gadu nekas netika pārnests.", ""
        },
        {
            // Nothing is left of what was overspent
            "Finansējums, euro\n\n\tPlānots\tIzlietots\tAtlikums\nI gads\t8 000,00\t8 000,00\t0,00\nII gads\t8 000,00\t8 350,00\t0,00", "overspent 2"
        },
        {
            "Finansējums, euro\n\n\tPlānots\tIzlietots\nI gads\t8 000,00\t7 800, 00\nII gads\t8 000,00\t8 000,00", "number-format 1"
        },
        {
            "Finansējums, euro\n\n\tPlānots\tIzlietots\nI gads\t8 000,00\t8 000,00\nII gads\t8 000,00\t8 000,00\n\nNeatbilstoši veiktie izdevumi: 310,00 euro, no kuriem 200,00 euro atmaksāti.\nNeatgūtie līdzekļi: 101,00 euro.", "unrecovered-mismatch "
        },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Budget_InAnyForm_IsReadAndHeldAgainstItself(string budget, string found)
    {
        using var language = Languages.Use("lv");
        var text = Before + budget + (budget.Contains("Neatbilstoši", StringComparison.Ordinal) ? "\n" : "\n\nNeatbilstoši veiktie izdevumi: nav\nNeatgūtie līdzekļi: nav\n") + "Cita informācija: nav\n";
        var summary = SummaryReader.Read(TextReader.Read(text, "kopsavilkums.txt"));

        var codes = Rules.SelectMany(rule => rule.Check(summary)).Select(finding => $"{finding.Code} {finding.Year}").Order(StringComparer.Ordinal);

        Assert.Equal(found, string.Join("; ", codes));
    }

    [Fact]
    public void Headers_ThatSpanOthers_NameStreamsAndWhatAmountsAre()
    {
        const string html = """
            <h2>Deleģēšanas periods</h2><p>01.01.2021.–31.12.2022.</p><h2>Apraksts un vērtējums</h2>
            <h3>I gads (01.01.2021.–31.12.2021.)</h3><p>Notika 5 semināri.</p><h3>II gads (01.01.2022.–31.12.2022.)</h3><p>Notika 6 semināri.</p><h2>Finansējums, euro</h2>
            <table><tr><th rowspan="2">Gads</th><th colspan="3">Plānots</th><th colspan="3">Izlietots</th></tr>
            <tr><th>Kursi</th><th>Talkas</th><th>Kopā</th><th>Kursi</th><th>Talkas</th><th>Kopā</th></tr>
            <tr><th>2021</th><td>5 000,00</td><td>2 000,00</td><td>7 000,00</td><td>5 000,00</td><td>1 900,00</td><td>6 900,00</td></tr>
            <tr><th>2022</th><td>5 000,00</td><td>2 000,00</td><td>7 000,00</td><td>4 800,00</td><td>2 000,00</td><td>6 800,00</td></tr>
            <tr><th>Kopā</th><th>10 000,00</th><th>4 000,00</th><th>14 000,00</th><th>9 800,00</th><th>3 900,00</th><th>13 700,00</th></tr></table>
            """;
        using var language = Languages.Use("lv");

        var budget = Budget.Of(SummaryReader.Read(Talka.Reporting.Audit.Reading.DocumentReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(html)), "kopsavilkums.html").Value));

        Assert.Equal(["Kursi", "Talkas"], budget.Streams);
        Assert.Equal(1_370_000, budget.Amount(null, AmountRole.Spent)!.Value.Cents);
        Assert.Equal(980_000, budget.Amount(null, AmountRole.Spent, "Kursi")!.Value.Cents);
    }
}
