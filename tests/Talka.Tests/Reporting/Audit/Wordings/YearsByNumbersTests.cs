namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets whose years are told by a number alone: above a table, in a row's or a column's name, at the beginning of a line; each right and wrong.</summary>
public sealed class YearsByNumbersTests
{
    private const string Both = "\n\nKopā abos gados plānoti 20 000,00 euro, izlietoti 19 800,00 euro.";

    [Theory]
    [InlineData("3 800,00", "")]
    [InlineData("3 080,00", "budget-lines-mismatch 2")]
    public void CalendarYear_AboveATable_IsItsYear(string spent, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        2021
          Pozīcija      Plānots       Izlietots
          Apmācības     6 000,00       6 000,00
          Grupas        4 000,00       4 000,00
          Gadā         10 000,00      10 000,00

        2022 (summas euro)
          Pozīcija      Plānots       Izlietots
          Apmācības     6 000,00       6 000,00
          Grupas        4 000,00       {spent}
          Gadā         10 000,00       9 800,00

        """ + Both));

    [Theory]
    [InlineData("9 800,00", "")]
    [InlineData("9 080,00", "remainder-mismatch 2")]
    public void Numeral_OfARow_IsItsYear(string spent, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        | | Plānots | Izlietots | Atlikums |
        |---|---|---|---|
        | I | 10 000,00 | 10 000,00 | 0,00 |
        | II | 10 000,00 | {spent} | 200,00 |
        | Kopā | 20 000,00 | 19 800,00 | |
        """));

    [Theory]
    [InlineData("3 800,00", "")]
    [InlineData("3 080,00", "budget-lines-mismatch 2")]
    public void Numeral_OfAColumn_IsItsYear(string spent, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        | Virziens | | I | II | Kopā |
        |---|---|---|---|---|
        | Apmācības | plāns | 6 000,00 | 6 000,00 | 12 000,00 |
        | | izlietots | 6 000,00 | 6 000,00 | 12 000,00 |
        | Grupas | plāns | 4 000,00 | 4 000,00 | 8 000,00 |
        | | izlietots | 4 000,00 | {spent} | 7 800,00 |
        | Kopā | plāns | 10 000,00 | 10 000,00 | 20 000,00 |
        | | izlietots | 10 000,00 | 9 800,00 | 19 800,00 |
        """));

    [Theory]
    [InlineData("I plānots 10 000,00 euro, izlietots 10 000,00 euro\n\nII plānots 10 000,00 euro, izlietots 9 800,00 euro, atlikums 200,00 euro" + Both, "")]
    [InlineData("I plānots 10 000,00 euro, izlietots 10 000,00 euro\n\nII plānots 10 000,00 euro, izlietots 9 800,00 euro, atlikums 290,00 euro" + Both, "remainder-mismatch 2")]
    // Plans that are said to be the same
    [InlineData("Līgumā abiem īstenošanas gadiem paredzēts vienāds finansējums. I gadā plānots 10 000,00 euro, izlietots 10 000,00 euro. II gadā plānots 10 500,00 euro, izlietots 10 500,00 euro. Abos gados kopā plānots 20 500,00 euro, izlietots 20 500,00 euro.", "plan-inconsistent 2")]
    [InlineData("Otrajā gadā valsts plānoja tikpat, cik pirmajā: 10 500,00 euro, izlietoti 10 500,00 euro. Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Abos gados kopā plānoti 20 500,00 euro, izlietoti 20 500,00 euro.", "plan-inconsistent 2")]
    [InlineData("Otrajā gadā valsts plānoja tikpat, cik pirmajā: 10 000,00 euro, izlietoti 10 000,00 euro. Pirmajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Abos gados kopā plānoti 20 000,00 euro, izlietoti 20 000,00 euro.", "")]
    // A group of two digits
    [InlineData("I gadā plānoti 20 000,00 euro, izlietoti 18 846,20 euro, t.sk. 7 000,00 euro dialogam un 118 46,20 euro atbalstam. II gadā plānoti 20 000,00 euro, izlietoti 20 000,00 euro. Abos gados kopā plānoti 40 000,00 euro, izlietoti 38 846,20 euro.", "number-format 1")]
    public void Latvian(string budget, string expected) => Assert.Equal(expected, Frame.Latvian(budget: budget));

    // A plan with what was carried into it; streams that are all that was spent
    [Theory]
    [InlineData("I gads plānots 10 000,00 euro, izlietots 9 215,30 euro, atlikums 784,70 euro pārnests uz II gadu. II gads plānots 10 784,70 euro, izlietots 10 784,70 euro. Abos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    [InlineData("I gads plānots 10 000,00 euro, izlietots 9 215,30 euro, atlikums 784,70 euro pārnests uz II gadu. II gads plānots 10 748,70 euro, izlietots 10 700,00 euro. Abos gados kopā plānots 20 000,00 euro, izlietots 19 915,30 euro.", "plan-inconsistent 2")]
    [InlineData("Pirmajam gadam paredzēti 19 850,00 eiro. Iztērējām 19 204,55 eiro. Palika 645,45 eiro, ko pārcēlām uz otro gadu.\n\nOtrajam gadam paredzēti 19 850,00 eiro, ar pārcelto 20 495,45 eiro. Iztērējām tos visus: dravai 13 033,70 eiro, dienestam 7 461,75 eiro.\n\nDivos gados kopā plānoti 39 700,00 eiro un izlietoti 39 700,00 eiro.", "")]
    public void Carried(string budget, string expected) => Assert.Equal(expected, Frame.Latvian(budget: budget));
}
