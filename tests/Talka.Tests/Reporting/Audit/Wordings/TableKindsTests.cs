namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Tables of budgets of many shapes: subtotals, remarks in names, parts of a year, units as names, years side by side; each right, and with one amount changed.</summary>
public sealed class TableKindsTests
{
    private const string Head = "Gads|Virziens|Plānots|Izlietots";

    [Theory]
    [InlineData("", Head, "3^I|Lektori|6 000,00|5 800,50", "Zāle|4 000,00|4 000,00", "starpsumma|10 000,00|9 800,50", "3^II|Lektori (ar 199,50 no I gada)|6 199,50|6 199,50", "Zāle|4 000,00|4 000,00", "starpsumma|10 199,50|10 199,50", "3^Pavisam|Lektori|12 000,00|12 000,00", "Zāle|8 000,00|8 000,00", "kopsumma|20 000,00|20 000,00")]
    [InlineData("budget-lines-mismatch", Head, "3^I|Lektori|6 000,00|5 800,50", "Zāle|4 000,00|4 000,00", "starpsumma|10 000,00|9 800,50", "3^II|Lektori (ar 199,50 no I gada)|6 199,50|6 199,50", "Zāle|4 000,00|4 000,00", "starpsumma|10 199,50|10 199,50", "3^Pavisam|Lektori|12 000,00|12 500,00", "Zāle|8 000,00|8 000,00", "kopsumma|20 000,00|20 000,00")]
    [InlineData("", Head, "3^I|Lektori|6 000,00|6 000,00", "Zāle|4 000,00|3 900,00", "Starpsumma|10 000,00|9 900,00", "3^II|Lektori|6 000,00|6 000,00", "Zāle|4 000,00|4 000,00", "Starpsumma|10 000,00|10 000,00", "2*Abos gados|20 000,00|19 900,00")]
    [InlineData("budget-lines-mismatch 1", Head, "3^I|Lektori|6 000,00|6 000,00", "Zāle|4 000,00|3 900,00", "Starpsumma|10 000,00|9 990,00", "3^II|Lektori|6 000,00|6 000,00", "Zāle|4 000,00|4 000,00", "Starpsumma|10 000,00|10 000,00", "2*Abos gados|20 000,00|19 900,00")]
    [InlineData("", "Virziens|Gads|Izlietots|Plānots", "Lektori|I|5 800,50|6 000,00", "Zāle|I|4 000,00|4 000,00", "Starpsumma|I|9 800,50|10 000,00", "Lektori, t. sk. 199,50 no I gada|II|6 199,50|6 199,50", "Zāle|II|4 000,00|4 000,00", "Starpsumma|II|10 199,50|10 199,50", "Kopā||20 000,00|20 000,00")]
    [InlineData("", "Izmaksas|I plānots|I izlietots|II plānots|II izlietots|Kopā plānots|Kopā izlietots", "Vadītāja|3 000,00|3 000,00|3 000,00|3 000,00|6 000,00|6 000,00", "Lektori|3 000,00|2 900,00|3 000,00|3 000,00|6 000,00|5 900,00", "Starpsumma, personāls|6 000,00|5 900,00|6 000,00|6 000,00|12 000,00|11 900,00", "Zāle|4 000,00|4 000,00|4 000,00|4 000,00|8 000,00|8 000,00", "Kopā|10 000,00|9 900,00|10 000,00|10 000,00|20 000,00|19 900,00")]
    [InlineData("", Head, "5^I|Vadītāja|3 000,00|3 000,00", "Lektori|3 000,00|2 900,00", "Starpsumma|6 000,00|5 900,00", "Zāle|4 000,00|4 000,00", "Kopā|10 000,00|9 900,00", "5^II|Vadītāja|3 000,00|3 000,00", "Lektori|3 000,00|3 000,00", "Starpsumma|6 000,00|6 000,00", "Zāle|4 000,00|4 000,00", "Kopā|10 000,00|10 000,00", "2*Abos gados|20 000,00|19 900,00")]
    public void Subtotals_AreOfTheirYear_OrOfNone(string expected, params string[] rows) => Assert.Equal(expected, Frame.Table(rows));

    [Theory]
    [InlineData("", "|Plāns 2021|Fakts 2021|Plāns 2022|Fakts 2022|Plāns kopā|Fakts kopā", "Stundas|6 000,00|6 000,00|6 000,00|6 000,00|12 000,00|12 000,00", "Dienas|4 000,00|4 000,00|4 000,00|3 950,00|8 000,00|7 950,00", "Pavisam|10 000,00|10 000,00|10 000,00|9 950,00|20 000,00|19 950,00")]
    [InlineData("budget-lines-mismatch 1", "|Plāns 2021|Fakts 2021|Plāns 2022|Fakts 2022|Plāns kopā|Fakts kopā", "Stundas|6 000,00|6 000,00|6 000,00|6 000,00|12 000,00|12 000,00", "Dienas|4 000,00|4 040,00|4 000,00|3 950,00|8 000,00|7 950,00", "Pavisam|10 000,00|10 000,00|10 000,00|9 950,00|20 000,00|19 950,00")]
    [InlineData("", "|Plāns 2021|Fakts 2021|Plāns 2022|Fakts 2022|Plāns kopā|Fakts kopā", "Stundas|6 000|6 000|6 000|6 000|12 000|12 000", "Zāle|3 000|3 000|3 000|3 000|6 000|6 000", "Dienas|1 000|1 000|1 000|950|2 000|1 950", "Pavisam|10 000|10 000|10 000|9 950|20 000|19 950")]
    [InlineData("", "|Plāns 2021|Fakts 2021|Plāns 2022|Fakts 2022|Plāns kopā|Fakts kopā", "Lektori|6 000,00|6 000,00|6 000,00|6 000,00|12 000,00|12 000,00", "Zāle|4 000,00|4 000,00|4 000,00|3 950,00|8 000,00|7 950,00", "Nodarbību skaits|14|15|14|12|28|27", "Pavisam|10 000,00|10 000,00|10 000,00|9 950,00|20 000,00|19 950,00")]
    [InlineData("", "|Plan 2021|Fact 2021|Plan 2022|Fact 2022|Plan, all|Fact, all", "Summer camps|6 000,00|6 000,00|6 000,00|6 000,00|12 000,00|12 000,00", "Lessons|4 000,00|4 000,00|4 000,00|3 950,00|8 000,00|7 950,00", "Sum|10 000,00|10 000,00|10 000,00|9 950,00|20 000,00|19 950,00")]
    [InlineData("budget-lines-mismatch 2", "|Plan 2021|Fact 2021|Plan 2022|Fact 2022|Plan, all|Fact, all", "Summer camps|6 000,00|6 000,00|6 000,00|6 000,00|12 000,00|12 000,00", "Lessons|4 000,00|4 000,00|4 000,00|3 950,00|8 000,00|7 950,00", "Sum|10 000,00|10 000,00|10 000,00|9 590,00|20 000,00|19 950,00")]
    public void NamesThatAreUnitsOrSeasons_AreStreams(string expected, params string[] rows) => Assert.Equal(expected, Frame.Table(rows));

    [Theory]
    [InlineData("", "Avots|I plānots|I izlietots|II plānots|II izlietots", "Valsts budžets|10 000,00|10 000,00|10 000,00|9 950,00", "Pašvaldības|2 000,00|2 000,00|2 000,00|2 100,00", "Ziedojumi|500,00|740,00|500,00|610,00", "Kopā|12 500,00|12 740,00|12 500,00|12 660,00", "Valsts budžets kopā abos gados|2*20 000,00|2*19 950,00")]
    [InlineData("", "Gads|Izlietots gadā|Izlietots kopš sākuma|Plānots", "I|9 900,00|9 900,00|10 000,00", "II|10 000,00|19 900,00|10 000,00", "Kopā|19 900,00|19 900,00|20 000,00")]
    [InlineData("", "|Plānots|Izlietots", "3*I gads", "Lektori|6 000,00|5 900,00", "Zāle|4 000,00|4 000,00", "I gadā kopā|10 000,00|9 900,00", "3*II gads", "Lektori (6 000,00 + pārnestie 100,00)|6 100,00|6 100,00", "Zāle|4 000,00|3 960,00", "II gadā kopā ar pārnesto|10 100,00|10 060,00", "Abos gados|20 000,00|19 960,00")]
    public void MoneyOfOthersAndSumsSoFar_AreNoYears(string expected, params string[] rows) => Assert.Equal(expected, Frame.Table(rows));

    [Theory]
    [InlineData("Jan-Jun", "Jul-Dec")]
    [InlineData("janvāris-jūnijs", "jūlijs-decembris")]
    [InlineData("H1", "H2")]
    [InlineData("1. pusgads", "2. pusgads")]
    [InlineData("ziema", "vasara")]
    public void PartsOfAYear_AreNotOverspent(string first, string second)
    {
        string[] rows = ["|Plānots|Izlietots", "I gads|10 000,00|10 000,00", $"{first}|5 000,00|5 140,00", $"{second}|5 000,00|4 860,00", "II gads|10 000,00|10 000,00", $"{first}|5 000,00|4 700,00", $"{second}|5 000,00|5 300,00", "Abi gadi|20 000,00|20 000,00"];
        Assert.Equal("", Frame.Table(rows));
    }

    [Theory]
    [InlineData("Lektori", "Zāle")]
    [InlineData("Vasaras nometnes", "Ziemas nometnes")]
    public void Streams_MayBeOverspent(string first, string second)
    {
        string[] rows = ["|Plānots|Izlietots", "I gads|10 000,00|10 000,00", $"{first}|5 000,00|5 140,00", $"{second}|5 000,00|4 860,00", "II gads|10 000,00|10 000,00", $"{first}|5 000,00|5 000,00", $"{second}|5 000,00|5 000,00", "Abi gadi|20 000,00|20 000,00"];
        Assert.Equal("overspent 1", Frame.Table(rows));
    }

    [Theory]
    [InlineData("20 000,00", "")]
    [InlineData("20 200,00", "budget-lines-mismatch")]
    public void ARowOverAllColumns_NamesTheWholePeriod(string total, string expected) => Assert.Equal(expected, Frame.Table(
        "|Plānots|Izlietots", "3*I gads", "Lektori|6 000,00|6 000,00", "Zāle|4 000,00|4 000,00", "Gadā|10 000,00|10 000,00", "3*II gads", "Lektori|6 000,00|6 000,00", "Zāle|4 000,00|4 000,00", "Gadā|10 000,00|10 000,00",
        "3*Visā periodā", "Lektori|12 000,00|12 000,00", "Zāle|8 000,00|8 000,00", $"Kopā|20 000,00|{total}"));
}
