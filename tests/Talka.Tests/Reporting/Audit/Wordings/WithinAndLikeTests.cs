namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Money that is within other money, that was given back in part or moved; numbers told as like others; what is another event of the same day; each right and wrong.</summary>
public sealed class WithinAndLikeTests
{
    [Theory]
    // A part that is told as one like another, or for each of several
    [InlineData("Nodarbības: 20 Valmierā, tikpat Cēsīs, 14 Gulbenē, 18 Madonā un 12 Limbažos, kopā 84.", "")]
    [InlineData("Nodarbības: 20 Valmierā, 20 Cēsīs, 14 Gulbenē, 18 Madonā un 12 Limbažos, kopā 48.", "sum-mismatch 1")]
    [InlineData("Apsekoti 15 instrumenti: 9 Rīgā un pa diviem Mārupes, Ropažu un Ogres novadā.", "")]
    // Two things of one day are not one because as many came
    [InlineData("10. jūnijā Cēsīs notika zupas diena (40 cilvēku). 10. jūnijā Cēsīs notika ielu vingrošana (40 cilvēku).", "")]
    [InlineData("10. jūnija rītā Cēsīs notika diskusija (40 dalībnieku). 10. jūnija vakarā Cēsīs notika otra diskusija (40 dalībnieku).", "")]
    // Who hands in two projects may get two
    [InlineData("Pieteicās 8 biedrības, dažas ar diviem projektiem, atbalstīti 11 projekti.", "")]
    [InlineData("Pieteicās 8 biedrības, atbalstīti 11 projekti.", "approved-exceeds-applied 1")]
    public void Latvian(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Theory]
    [InlineData("We gave lessons: 20 in Riga, as many in Cesis, 14 in Gulbene, 18 in Madona and 12 in Limbazi, 84 in total.", "")]
    [InlineData("19 pupils: 11 went on from the first year and eight came from the waiting list (the three others on it had meanwhile found a teacher). 18 lessons each were planned, 342 in total.", "")]
    [InlineData("On 10 June a concert was held in Cēsis (40 people). On 10 June a fair was held in Cēsis (40 people).", "")]
    [InlineData("We started to build a website in May. It has been online since 3 October.", "")]
    public void English(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));

    [Theory]
    // Given back in part, and in part carried over
    [InlineData("2021. gadā plānoti 10 000,00 euro, izlietoti 8 800,00 euro. No atlikuma 700,00 euro atmaksāti un 500,00 euro pārcelti uz otro gadu. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 500,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 300,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 8 800,00 euro. No atlikuma 700,00 euro atmaksāti un 500,00 euro pārcelti uz otro gadu. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 500,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 300,00 euro.", "")]
    [InlineData("Pirmajā gadā plānoti 10 000,00 euro, izlietoti 8 800,00 euro. No atlikuma 600,00 euro atmaksāti un 500,00 euro pārcelti uz otro gadu. Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 500,00 euro. Kopā plānoti 20 000,00 euro, izlietoti 19 300,00 euro.", "remainder-mismatch 1")]
    // What was left is within the next plan, and the total is without it
    [InlineData("Gads | Piešķirts | Izlietots\nI | 10 000,00 | 9 800,00\nII | 10 200,00 (ieskaitot atlikumu 200,00) | 10 200,00\nKopā piešķirts (bez pārceltā atlikuma) un izlietots | 20 000,00 | 20 000,00", "")]
    // Moved between the streams, as a cell says
    [InlineData("Virziens | I gada plāns | I gads izlietots | II gada plāns | II gads izlietots\nJaunieši | 6 000,00 | 5 600,00 | 6 000,00 | 6 000,00\nSeniori | 4 000,00 | 4 400,00 (t. sk. 400,00 no jauniešu virziena) | 4 000,00 | 4 000,00\nKopā | 10 000,00 | 10 000,00 | 10 000,00 | 10 000,00\n\nAbos gados kopā plānoti un izlietoti 20 000,00 euro.", "")]
    // A line whose amount was not read as a part
    [InlineData("Pirmajā gadā plānoti 8 050,00 euro, izlietoti 7 950,00 euro:\n- konsultantu atlīdzība 4 000,00\n- tālruņa konsultācijas 1 000,00 (plānots 1 100,00)\n- ceļvedis 1 950,00 (plānots 2 050,00)\n- sakari un grāmatvedība 1 000,00\n\nOtrajā gadā plānoti un izlietoti 8 000,00 euro.\n\nKopā plānoti 16 050,00 euro, izlietoti 15 950,00 euro.", "")]
    public void Budgets(string text, string expected) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Year I: planned EUR 13,500.00; spent EUR 13,285.00 (weekends 5,400.00; timber and rails 4,785.00; carriage 3,100.00).\n\nYear II: planned and spent EUR 13,000.00 (weekends 7,200.00; timber and rails 3,500.00; carriage 2,300.00).\n\nIn both years EUR 26,500.00 was planned and EUR 26,285.00 spent. The rate for courses was EUR 50.00 an hour.", "")]
    [InlineData("Year I: planned EUR 13,500.00; spent EUR 13,285.00 (weekends 5,400.00; timber and rails 4,785.00; carriage 1,300.00).\n\nYear II: planned and spent EUR 13,000.00 (weekends 7,200.00; timber and rails 3,500.00; carriage 2,300.00).\n\nIn both years EUR 26,500.00 was planned and EUR 26,285.00 spent.", "budget-lines-mismatch 1")]
    public void English_budgets(string text, string expected) => Assert.Equal(expected, Frame.English(budget: text));
}
