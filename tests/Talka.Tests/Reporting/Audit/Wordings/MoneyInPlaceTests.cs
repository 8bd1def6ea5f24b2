namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Amounts that are given their year, stream and sort by where they stand: plain numbers, parts in order, costs of named things, what there was to spend.</summary>
public sealed class MoneyInPlaceTests
{
    private const string Whole = "Abos gados kopā plānoti 20 000,00 euro.";

    [Theory]
    [InlineData("2021. gadam bija atvēlēti 42 000 eiro: 30 000 skolām un 12 000 muzejiem. Iztērēti 42 000 eiro.\n\n2022. gadam bija atvēlēti 44 000 eiro: 31 000 skolām un 13 000 muzejiem. Iztērēti 44 000 eiro.\n\n"
        + "Abos gados kopā plānoti 86 000 eiro, izlietoti 86 000 eiro.", "")]
    [InlineData("2021. gadam bija atvēlēti 42 000 eiro: 30 000 skolām un 12 000 muzejiem. Iztērēti 42 000 eiro.\n\n2022. gadam bija atvēlēti 44 000 eiro: 31 000 skolām un 14 000 muzejiem. Iztērēti 44 000 eiro.\n\n"
        + "Abos gados kopā plānoti 86 000 eiro, izlietoti 86 000 eiro.", "budget-lines-mismatch 2")]
    [InlineData("2021. gadam bija atvēlēti 42 000 eiro: 1 200 vakcīnām un 2 300 čipiem. Iztērēti 42 000 eiro.\n\n2022. gadam bija atvēlēti 44 000 eiro. Iztērēti 44 000 eiro.\n\n"
        + "Abos gados kopā plānoti 86 000 eiro, izlietoti 86 000 eiro.", "")]
    public void WholeNumbersBehindAnAmount_AreItsParts_WhereSomeComeToIt(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("1. gads: plāns 26800 = laivas, vestes 14800 + kursi 12000; fakts 26800 = laivas, vestes 14800 + kursi 12000\n\n2. gads: plāns 27000 = laivas, vestes 15000 + kursi 12000; fakts 27000 = laivas, vestes 15000 + kursi 12000\n\n"
        + "Abos gados: plāns 53800, fakts 53800", "")]
    [InlineData("1. gads: plāns 26800 = laivas, vestes 14800 + kursi 12000; fakts 26800 = laivas, vestes 14800 + kursi 12000\n\n2. gads: plāns 27000 = laivas, vestes 15000 + kursi 12000; fakts 27000 = laivas, vestes 15000 + kursi 11000\n\n"
        + "Abos gados: plāns 53800, fakts 53800", "budget-lines-mismatch 2")]
    [InlineData("1. gads: plāns 9500, izlietots 9100, atl. 400 atmaksāts.\n\n2. gads: plāns 9500, izlietots 9300, atl. 200 atmaksāts.\n\nAbos gados kopā plānots 19 000,00 euro, izlietots 18 400,00 euro.", "")]
    [InlineData("1. gads: plāns 9500, izlietots 9100, atl. 400 atmaksāts.\n\n2. gads: plāns 9500, izlietots 9300, atl. 300 atmaksāts.\n\nAbos gados kopā plānots 19 000,00 euro, izlietots 18 400,00 euro.", "remainder-mismatch 2")]
    public void PlainNumbers_AreAmounts_BesideTheirSort(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("9,300", "total-missing")]
    [InlineData("9,400", "overspent 2, total-missing")]
    public void ThingsOneByOne_AreStreams_InEachLine(string spent, string found)
    {
        var budget = $"Of the first year\n\nFor the training of stewards there were planned 12,400, and 12,400 were spent.\n\nFor lamps, ropes and tents there were planned 17,900, and 17,650 were spent; the 250 that were left were paid back on 30 January 2022.\n\n"
            + $"Of the second year\n\nFor the training of stewards there were planned 13,100, and 13,100 were spent.\n\nFor lamps, ropes and tents there were planned 9,300, and {spent} were spent.";
        Assert.Equal(found, Frame.English(budget: budget));
    }

    [Theory]
    [InlineData("Lapotne izmaksāja 6 000,00 eiro, saknes 4 000,00 eiro, abas kopā 10 000,00 eiro.", "")]
    [InlineData("Lapotne izmaksāja 6 000,00 eiro, saknes 4 300,00 eiro, abas kopā 10 300,00 eiro.", "overspent 2")]
    [InlineData("Iztērēti 10 000,00 eiro. Viens autobuss izmaksāja 640,00 eiro, zāle 300,00 eiro.", "")]
    public void WhatThingsCost_IsOfTheirStream_OrOfNothing(string second, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "2021. gadam bija plānoti 10 000,00 eiro, no tiem 6 000,00 eiro lapotnei un 4 000,00 eiro saknēm. Iztērēti 10 000,00 eiro, no tiem 6 000,00 eiro lapotnei un 4 000,00 eiro saknēm.\n\n"
        + $"2022. gadam bija plānoti 10 000,00 eiro, no tiem 6 000,00 eiro lapotnei un 4 000,00 eiro saknēm. {second}\n\n{Whole}"));

    [Theory]
    [InlineData("attiecīgi 5 900,00 eiro un 4 000,00 eiro", "")]
    [InlineData("attiecīgi 5 900,00 eiro un 4 100,00 eiro", "budget-lines-mismatch 1")]
    [InlineData("tas ir, 5 900,00 eiro un 4 000,00 eiro", "")]
    [InlineData("tas ir, 5 950,00 eiro un 4 000,00 eiro", "budget-lines-mismatch 1")]
    public void PartsWithoutNames_FollowThoseBefore(string parts, string found) => Assert.Equal(found, Frame.Latvian(budget:
        $"Pirmajam gadam bija plānoti 10 000,00 eiro, no tiem 6 000,00 eiro krastiem un 4 000,00 eiro skolām; iztērējām 9 900,00 eiro, {parts}; atlikušos 100,00 eiro atmaksājām.\n\n"
        + $"Otrajam gadam bija plānoti 10 000,00 eiro, no tiem 6 000,00 eiro krastiem un 4 000,00 eiro skolām; iztērējām 10 000,00 eiro.\n\n{Whole}"));

    [Theory]
    [InlineData("10 300,00", "")]
    [InlineData("10 400,00", "budget-lines-mismatch 2")]
    public void WhatThereWas_MayBeAPartOfWhatWasLeft(string available, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 500,00 euro, atlikums 500,00 euro, no kā 200,00 euro atmaksāti un 300,00 euro pārnesti uz otro gadu. "
        + $"Otrajā gadā plānoti 10 000,00 euro, kopā ar pārnesto pieejami {available} euro, izlietoti 10 300,00 euro.\n\n{Whole}"));

    [Theory]
    [InlineData("50,00", "")]
    [InlineData("90,00", "remainder-mismatch 2")]
    public void WhatThereWas_TellsWhatWasCarriedIn(string left, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 700,00 euro.\n\nOtrajā gadā plānoti 10 000,00 euro, un kopā ar pārcelto summu pieejami bija 10 300,00 euro. "
        + $"Izlietoti 10 250,00 euro. Atlikums {left} euro atmaksāts.\n\n{Whole}"));

    [Theory]
    [InlineData("ar pārcelto kopā 10 300,00 euro", "")]
    [InlineData("ar pārcelto kopā 10 500,00 euro", "budget-lines-mismatch 2")]
    [InlineData("kopā pieejami 10 300,00 euro", "")]
    [InlineData("kopā pieejami 13 300,00 euro", "budget-lines-mismatch 2")]
    [InlineData("papildus bija pieejami 300,00 euro", "")]
    public void WhatThereWas_IsPlanAndWhatWasCarried(string available, string found) => Assert.Equal(found, Frame.Latvian(budget:
        $"Pirmajā gadā plānoti 10 000,00 euro, izlietoti 9 700,00 euro, atlikums 300,00 euro pārcelts uz otro gadu.\n\nOtrajā gadā plānoti 10 000,00 euro, {available}, izlietoti 10 300,00 euro.\n\n{Whole}"));

    [Theory]
    [InlineData("", "Gads|Sorte|A|B|Kopā", "1.|Plāns|6 000,00|4 000,00|10 000,00", "1.|Izpilde|6 000,00|3 900,00|9 900,00", "2.|Plāns|6 000,00|4 000,00|10 000,00", "2.|Izpilde|6 000,00|4 000,00|10 000,00")]
    [InlineData("budget-lines-mismatch 1", "Gads|Sorte|A|B|Kopā", "1.|Plāns|6 000,00|4 000,00|10 000,00", "1.|Izpilde|6 000,00|3 900,00|9 990,00", "2.|Plāns|6 000,00|4 000,00|10 000,00", "2.|Izpilde|6 000,00|4 000,00|10 000,00")]
    [InlineData("", "Gads|Plānots|Izlietots|Atlikums", "1.|10 000,00|9 900,00|100,00", "2.|10 000,00|10 000,00|0,00", "KOPĀ|20 000,00|19 900,00|100,00", "Izlietots pa virzieniem|1. gads|2. gads|", "Skolas|6 000,00|6 000,00|", "Muzeji|3 900,00|4 000,00|", "KOPĀ izlietots|9 900,00|10 000,00|")]
    [InlineData("budget-lines-mismatch 1", "Gads|Plānots|Izlietots|Atlikums", "1.|10 000,00|9 900,00|100,00", "2.|10 000,00|10 000,00|0,00", "KOPĀ|20 000,00|19 900,00|100,00", "Izlietots pa virzieniem|1. gads|2. gads|", "Skolas|6 100,00|6 000,00|", "Muzeji|3 900,00|4 000,00|", "KOPĀ izlietots|9 900,00|10 000,00|")]
    [InlineData("", "Virziens|Y1 plāns|Y1 fakts|Y2 plāns|Y2 fakts", "Skolas|6 000,00|6 000,00|6 000,00|6 000,00", "Muzeji|4 000,00|3 900,00|4 000,00|4 000,00", "Kopā|10 000,00|9 900,00|10 000,00|10 000,00")]
    [InlineData("budget-lines-mismatch 1", "Virziens|G1 plāns|G1 fakts|G2 plāns|G2 fakts", "Skolas|6 000,00|6 000,00|6 000,00|6 000,00", "Muzeji|4 000,00|3 900,00|4 000,00|4 000,00", "Kopā|10 000,00|9 990,00|10 000,00|10 000,00")]
    public void Tables_HaveLettersForStreams_AndFurtherHeaders(string expected, params string[] rows) => Assert.Equal(expected, Frame.Table(rows).Replace("total-missing", "", StringComparison.Ordinal).Trim(',', ' '));

    [Theory]
    [InlineData("EUR 600.00 in year 1 (a hall) and no more.", "EUR 200.00. EUR 400.00 was recovered on 12/02/2022. For the EUR 200.00 of the hall a claim was sent.", "")]
    [InlineData("EUR 600.00 in year 1: a fee of EUR 400.00 and fines of EUR 200.00.", "Of the ineligible expenses the fee (400.00) was recovered on 3 May 2022. Unrecovered amount today: nil.", "unrecovered-mismatch 1")]
    [InlineData("EUR 600.00 in year 1: a fee of EUR 400.00 and fines of EUR 200.00.", "Of the ineligible expenses the fee (400.00) was recovered on 3 May 2022. Nothing has been recovered for the fines.", "")]
    public void WhatWasGotBack_IsToldInABracket_OrBeforeADate(string ineligible, string unrecovered, string found) => Assert.Equal(found, Frame.English(ineligible: ineligible, unrecovered: unrecovered));

    [Theory]
    [InlineData("Līguma reģistrācijas numurs | 20210123456", "")]
    [InlineData("Partnera reģistrācijas numurs | 20210123456", "")]
    [InlineData("Kluba reģistrācijas numurs | 20210123456", "registration-number-invalid")]
    public void Number_BesideItsName_IsOfWhomTheNameSays(string row, string found) => Assert.Equal(found, Frame.Latvian(more: row));
}
