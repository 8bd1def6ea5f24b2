namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Amounts whose place tells what they are: lines of a year, a second division of what was left, remarks in names, streams of all years; and those that stand there for another reason.</summary>
public sealed class StandingAmountsTests
{
    private const string YearLines = "Pirmais gads\n\tplānots\t10 000,00 euro, t. sk. nodarbībām 6 000,00 euro un telpām 4 000,00 euro\n\tizlietots\t9 600,00 euro, t. sk. nodarbībām 5 700,00 euro un telpām 3 900,00 euro\n"
        + "\tatlikums\t400,00 euro, t. sk. nodarbībām 300,00 euro un telpām 100,00 euro; no tā 300,00 euro ar vienošanos\n\t\tpārcelti uz otro gadu\nOtrais gads\n\tplānots\t10 000,00 euro\n\tpārcelts\t300,00 euro\n";

    [Theory]
    [InlineData("Nodarbību kļuva vairāk, bet dalības maksa palika 15,00 euro.")]
    [InlineData("Mācekļu bija 18, stipendija paliek 40,00 euro mēnesī.")]
    public void Rate_ThatStays_IsNoRemainder(string text) => Assert.Equal("", Frame.Latvian(second: text));

    [Theory]
    [InlineData("The classes grew longer, and the fee remained EUR 15.00.")]
    public void EnglishRate_ThatStays_IsNoRemainder(string text) => Assert.Equal("", Frame.English(second: text));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 800,00 euro, palika 250,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 19 800,00 euro.", "remainder-mismatch 1")]
    [InlineData(YearLines + "\tpieejams\t10 300,00 euro\n\tizlietots\t10 300,00 euro\n\tatlikums\t0,00 euro\nAbi gadi\n\tplānots\t20 000,00 euro\n\tizlietots\t19 900,00 euro", "")]
    [InlineData(YearLines + "\tpieejams\t10 300,00 euro\n\tizlietots\t10 210,00 euro\n\tatlikums\t0,00 euro\nAbi gadi\n\tplānots\t20 000,00 euro\n\tizlietots\t19 810,00 euro", "remainder-mismatch 2")]
    public void LinesOfAYear_TellWhatWasBrought(string text, string expected) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 10,000.00. Year 2: planned EUR 10,000.00, spent EUR 10,000.00. Both years: planned EUR 20,000.00, spent EUR 20,000.00. The original writes amounts as \"10 000,00 euro\".", "")]
    [InlineData("Year 1: planned EUR 10,000.00, used EUR 9,40.2.50, remainder EUR 597.50 (returned).\nYear 2: planned EUR 10,000.00, used EUR 10,000.00.\nBoth: planned EUR 20,000.00, used EUR 19,402.50.", "number-format 1")]
    public void Digits_ThatAreUsed_AreRegular(string text, string expected) => Assert.Equal(expected, Frame.English(budget: text));

    [Theory]
    [InlineData("", "Rādītājs|2021. gads|2022. gads|Kopā", "Plānots: lekcijas|6 000,00|6 000,00|12 000,00", "Plānots: telpas|4 000,00|4 000,00|8 000,00", "Plānots kopā|10 000,00|10 000,00|20 000,00", "Izlietots: lekcijas|5 900,00|6 000,00|11 900,00", "Izlietots: telpas|4 000,00|4 000,00|8 000,00", "Izlietots kopā|9 900,00|10 000,00|19 900,00")]
    public void Tables_NameTheirRows(string expected, params string[] rows) => Assert.Equal(expected, Frame.Table(rows));
}
