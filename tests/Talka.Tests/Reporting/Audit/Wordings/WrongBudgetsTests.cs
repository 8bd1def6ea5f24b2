namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Budgets that are wrong, where the relation stands in the table’s shape, or a number is torn.</summary>
public sealed class WrongBudgetsTests
{
    [Theory]
    [InlineData("Gads|Takas|Mācības|Kopā plānots|Takas|Mācības|Kopā izlietots\nI|6 000,00|4 000,00|10 000,00|6 000,00|3 912,30|9 912,30\nII|6 500,00|3 500,00|10 000,00|6 456,80|3 412,30|9 689,10\nKopā|12 500,00|7 500,00|20 000,00|12 456,80|7 324,60|19 781,40", "budget-lines-mismatch 2")]
    [InlineData("Gads|2*Plānots|2*Izlietots\n3^I|Vakari|6 900,00|Vakari|6 512,00\nMateriāli|3 100,00|Materiāli|3 018,00\nKopā|10 000,00|Kopā|9 350,00\n3^II|Vakari|7 000,00|Vakari|7 000,00\nMateriāli|3 000,00|Materiāli|3 000,00\nKopā|10 000,00|Kopā|10 000,00", "budget-lines-mismatch 1, total-missing")]
    public void Table_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Table(text.Split('\n')));

    [Theory]
    [InlineData("I gads. Plānots: jauniešu apmācībai 4 640,00 euro, senioru nodarbībām 5 360,00 euro. Izlietots: jauniešu apmācībai 4 640,00 euro, senioru nodarbībām 5 360,00 euro.\n\nII gads. Plānots: jauniešu apmācībai 3 180,00 euro, senioru nodarbībām 6 820,00 euro. Izlietots: jauniešu apmācībai 3 180,00 euro, senioru nodarbībām 6 820,00 euro.", "total-missing")]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 402, 50 euro, atlikums 597,50 euro (atmaksāts).\nII gads: plānots 10 000,00 euro, izlietots 10 000,00 euro.\nKopā: plānots 20 000,00 euro, izlietots 19 402,50 euro.", "number-format 1")]
    [InlineData("I gads: plānots EUR 10.000,00, izlietots EUR 9.40 2,50, atlikums EUR 597,50 (atmaksāts).\nII gads: plānots EUR 10.000,00, izlietots EUR 10.000,00.\nKopā: plānots EUR 20.000,00, izlietots EUR 19.402,50.", "number-format 1")]
    [InlineData("I gads\nPlānots: 10 000,00 euro\n   pasniedzēji 6 000,00\n   telpas un materiāli 4 000,00\nIzlietots: 9 933,44 euro\n   pasniedzēji 6 000,00\n   telpas un materiāli 3 393,44\nAtlikums: 66,56 euro, atmaksāts.\n\nII gads\nPlānots: 10 000,00 euro. Izlietots: 10 000,00 euro.\n\nKopā: plānots 20 000,00 euro, izlietots 19 933,44 euro.", "budget-lines-mismatch 1")]
    public void Latvian_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, used EUR 9,402. 50, remainder EUR 597.50 (returned).\nYear 2: planned EUR 10,000.00, used EUR 10,000.00.\nBoth: planned EUR 20,000.00, used EUR 19,402.50.", "number-format 1")]
    [InlineData("Year 1: planned EUR 10,000.00, used EUR 9,900.00, remainder EUR 100.00 (returned).\nYear 2: planned EUR 10,000.00, used EUR 10,00 0.00.\nBoth: planned EUR 20,000.00, used EUR 19,900.00.", "number-format 2")]
    public void English_ThatIsNot_IsPointedOut(string text, string found) => Assert.Equal(found, Frame.English(budget: text));
}
