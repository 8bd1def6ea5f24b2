namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Amounts that are divided into what was given, spent, got back and left, in sentences, lists and tables; right and wrong ones.</summary>
public sealed class DividedAmountsTests
{
    [Theory]
    [InlineData("No minētajiem 300,00 euro biedrība līdz pavasarim atmaksājusi 210,00 euro; neatgūti ir 80,00 euro.", "unrecovered-mismatch 1")]
    [InlineData("No minētajiem 300,00 euro biedrība līdz pavasarim atmaksājusi 210,00 euro; neatgūti ir 90,00 euro.", "")]
    [InlineData("No iepriekš minētajiem 300,00 euro atgūti 250,00 euro, neatgūti 60,00 euro.", "unrecovered-mismatch 1")]
    [InlineData("No šiem 300,00 euro atgūti 250,00 euro, neatgūti 50,00 euro.", "")]
    public void Unrecovered_IsWhatIsLeftOfIneligible(string unrecovered, string found) =>
        Assert.Equal(found, Frame.Latvian(ineligible: "Pirmajā gadā par neatbilstošiem atzīti izdevumi 300,00 euro.", unrecovered: unrecovered));

    [Theory]
    [InlineData("Izdevums     Summa, euro   Atgūts, euro   Neatgūts, euro\nDegviela     95,40         45,40          60,00\nTelpas       120,00        120,00         0,00", "unrecovered-mismatch")]
    [InlineData("Izdevums     Summa, euro   Atgūts, euro   Neatgūts, euro\nDegviela     95,40         45,40          50,00\nTelpas       120,00        120,00         0,00", "")]
    [InlineData("Izdevums     Neatbilstošā summa   Atmaksāts   Neatgūts\nDegviela     95,40                90,00       5,40\nTelpas       120,00               20,00       110,00", "unrecovered-mismatch")]
    [InlineData("Izdevums     Neatbilstošā summa   Atmaksāts   Neatgūts\nDegviela     95,40                90,00       5,40\nTelpas       120,00               20,00       100,00", "")]
    public void TableOfIneligible_IsDividedByRows(string ineligible, string found) => Assert.Equal(found, Frame.Latvian(ineligible: ineligible, unrecovered: "Skatīt iepriekšējo tabulu."));

    [Theory]
    [InlineData("I gads\nPlānots: 10 000,00 euro, t.sk.\n– 5 500,00 euro koriem;\n– 2 700,00 euro deju kolektīviem;\n– 2 300,00 euro folkloras kopām.\nIzlietots: 10 000,00 euro.\n\n"
            + "II gads\nPlānots: 10 000,00 euro.\nIzlietots: 10 000,00 euro.\n\nKopā abos gados: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "budget-lines-mismatch 1")]
    [InlineData("I gads\nPlānots: 10 000,00 euro, t.sk.\n– 5 500,00 euro koriem;\n– 2 200,00 euro deju kolektīviem;\n– 2 300,00 euro folkloras kopām.\nIzlietots: 10 000,00 euro.\n\n"
            + "II gads\nPlānots: 10 000,00 euro.\nIzlietots: 10 000,00 euro.\n\nKopā abos gados: plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    [InlineData("Pirmais gads: plānots 10 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam), izlietots 10 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam).\n"
            + "Otrais gads: plānots 9 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam), izlietots 9 400,00 euro (5 400,00 programmai un 4 000,00 atalgojumam), atlikums 600,00 euro atmaksāts.\n"
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 19 400,00 euro.", "plan-inconsistent 2")]
    [InlineData("Pirmais gads: plānots 10 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam), izlietots 10 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam).\n"
            + "Otrais gads: plānots 10 000,00 euro (6 000,00 programmai un 4 000,00 atalgojumam), izlietots 9 400,00 euro (5 400,00 programmai un 4 000,00 atalgojumam), atlikums 600,00 euro atmaksāts.\n"
            + "Kopā abos gados plānoti 20 000,00 euro, izlietoti 19 400,00 euro.", "")]
    public void PartsBelowTheirWhole_MakeIt(string budget, string found) => Assert.Equal(found, Frame.Latvian(budget: budget));

    [Theory]
    [InlineData("Of the EUR 10,000.00 allotted to the first year EUR 10,400.00 was spent. Of the EUR 10,000.00 allotted to the second year EUR 10,000.00 was spent. "
            + "In both years together EUR 20,000.00 was planned and EUR 20,400.00 was spent.", "overspent 1")]
    [InlineData("Of the EUR 10,000.00 allotted to the first year EUR 9,600.00 was spent. Of the EUR 10,000.00 allotted to the second year EUR 10,000.00 was spent. "
            + "In both years together EUR 20,000.00 was planned and EUR 19,600.00 was spent.", "")]
    [InlineData("Of EUR 10,000.00 granted to year 1 EUR 10,000.00 was spent. Of EUR 10,000.00 granted to year 2 EUR 10,250.00 was spent. "
            + "In both years together EUR 20,000.00 was planned and EUR 20,250.00 was spent.", "overspent 2")]
    [InlineData("In the first year EUR 10,000.00 was planned and EUR 9,700.00 was spent; the remaining EUR 300.00 was allocated to the second year. "
            + "In the second year EUR 10,300.00 was planned and EUR 10,300.00 was spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 was spent.", "")]
    public void SpentOfWhatWasAllotted_IsNoMore(string budget, string found) => Assert.Equal(found, Frame.English(budget: budget));

    [Theory]
    [InlineData("Gads|Mācību apļi un telpas, plānots|Nometne ezerā, plānots|Kopā plānots|Mācību apļi, izlietots|Nometne, izlietots|Kopā izlietots#I|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00#II|6 000,00|4 000,00|11 000,00|6 000,00|4 000,00|10 000,00", "budget-lines-mismatch 2")]
    [InlineData("Gads|Mācību apļi un telpas, plānots|Nometne ezerā, plānots|Kopā plānots|Mācību apļi, izlietots|Nometne, izlietots|Kopā izlietots#I|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00#II|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00", "")]
    [InlineData("Gads|Plānots A|Plānots B|Plānots kopā|Izlietots A|Izlietots B|Izlietots kopā#I|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00#II|6 000,00|4 000,00|10 000,00|5 400,00|4 600,00|10 000,00#Kopā|12 000,00|8 000,00|20 000,00|11 400,00|8 600,00|20 000,00", "overspent 2")]
    [InlineData("Gads|Plānots A|Plānots B|Plānots kopā|Izlietots A|Izlietots B|Izlietots kopā#I|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00#II|6 000,00|4 000,00|10 000,00|6 000,00|4 000,00|10 000,00#Kopā|12 000,00|8 000,00|20 000,00|12 000,00|8 000,00|20 000,00", "")]
    [InlineData("Gads|Pieejamais finansējums|Izlietots|Atlikums#I|10 000,00|9 600,00|400,00#II|10 000,00|10 000,00|0,00#Kopā|20 000,00|19 600,00|400,00", "")]
    [InlineData("Gads|Pieejamais finansējums|Izlietots|Atlikums#I|10 000,00|9 600,00|450,00#II|10 000,00|10 000,00|0,00#Kopā|20 000,00|19 600,00|400,00", "remainder-mismatch 1")]
    [InlineData("Gads|Pieejamais finansējums|Izlietots|Atlikums#I|10 000,00|9 600,00|400,00, pārnests uz II gadu#II|10 400,00|10 400,00|0,00#Kopā|20 000,00|20 000,00|0,00", "")]
    [InlineData("Gads|Pieejamais finansējums|Izlietots|Atlikums#I|10 000,00|9 600,00|400,00, pārnests uz II gadu#II|10 000,00|10 000,00|0,00#Kopā|20 000,00|19 600,00|", "carry-over-missing 2")]
    public void Columns_AreOfTheStreamsTheyName(string table, string found) => Assert.Equal(found, Without(Frame.Table(table.Split('#'))));

    // Where a table has no row for all years, that is said too.
    private static string Without(string found) => string.Join(", ", found.Split(", ").Where(code => code != "total-missing"));

    [Theory]
    [InlineData("nav pārdalīti", "overspent 2")]
    [InlineData("netika pārdalīti", "overspent 2")]
    [InlineData("ar ministrijas piekrišanu pārdalīti", "")]
    public void WhatWasMoved_IsNotOverspent(string moved, string found) => Assert.Equal(found, Frame.Latvian(budget:
        "Pirmajā gadā plānoti 10 000,00 euro (6 000,00 euro mācībām un 4 000,00 euro telpām), izlietoti 10 000,00 euro (6 000,00 euro mācībām un 4 000,00 euro telpām).\n"
        + "Otrajā gadā plānoti 10 000,00 euro (6 000,00 euro mācībām un 4 000,00 euro telpām), izlietoti 10 000,00 euro (5 500,00 euro mācībām un 4 500,00 euro telpām).\n"
        + $"Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro. Līdzekļi starp virzieniem {moved}."));
}
