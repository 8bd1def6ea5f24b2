namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Plans that a bracket or a sum parts, totals of a sentence and of a year, hours by places, work that was begun late or is still to be finished; each right and wrong.</summary>
public sealed class BracketsAndTermsTests
{
    [Theory]
    // Hours, and where they were
    [InlineData("Talkās nostrādātas 1 468 stundas: Zasā 720, Viesītē 318, Neretā 242 un Aknīstē 188.", "")]
    [InlineData("Talkās nostrādātas 1 486 stundas: Zasā 720, Viesītē 318, Neretā 242 un Aknīstē 188.", "sum-mismatch 1")]
    // What is still to be finished
    [InlineData("Sākta rokasgrāmatas izstrāde (uzrakstītas divas nodaļas), pabeigt un izsūtīt to paredzēts nākamajā gadā.", "promised-not-reported 1")]
    [InlineData("Sākta rokasgrāmatas izstrāde, decembrī tā pabeigta un izsūtīta.", "")]
    // When, and not what
    [InlineData("Konsultants sāka divus mēnešus vēlāk, nekā plānots.", "")]
    public void Latvian(string text, string expected) => Assert.Equal(expected, Frame.Latvian(first: text));

    [Theory]
    [InlineData("Eight beaches are to be surveyed once every season, which makes 32 surveys a year. All were done.", "")]
    [InlineData("One room stood empty, since the counsellor in Kraslava began two months later than planned.", "")]
    public void English(string text, string expected) => Assert.Equal(expected, Frame.English(first: text));

    [Theory]
    // What was carried in, behind the plan of which it is a part; the years' own grants come to the total
    [InlineData("1. gads: plānots 10 000,00 euro, izlietots 9 800,00 euro. Atlikums 200,00 euro pārcelts uz 2. gadu.\n2. gads: plānots 10 200,00 euro (10 000,00 un pārceltais atlikums 200,00), izlietots 10 200,00 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    // Left to the other year
    [InlineData("1. gads. Plānots 10 000,00 euro, izlietots 9 738,60 euro. Atlikums 261,40 euro, ar ministrijas piekrišanu atstāts otrajam gadam.\n2. gads. Plānots 10 000,00 euro, klāt no pirmā gada 261,40 euro. Izlietots 10 261,40 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    [InlineData("1. gads. Plānots 10 000,00 euro, izlietots 9 738,60 euro. Atlikums 216,40 euro, ar ministrijas piekrišanu atstāts otrajam gadam.\n2. gads. Plānots 10 000,00 euro, klāt no pirmā gada 261,40 euro. Izlietots 10 261,40 euro.\nAbos gados kopā plānots 20 000,00 euro, izlietots 20 000,00 euro.", "remainder-mismatch 1")]
    // A stream, and behind it what the year came to
    [InlineData("Pirmajā gadā plānojām 10 000,00 euro: nodarbībām 6 000,00 euro, izrādēm 4 000,00 euro. Nodarbībām izlietojām visu, izrādēm tikai 3 850,00 euro, kopā 9 850,00 euro. Atlikušos 150,00 euro atmaksājām. Otrajā gadā plānojām un izlietojām 10 000,00 euro. Abos gados plānoti 20 000,00 euro, izlietoti 19 850,00 euro.", "")]
    // A plan that is written out, and beside what was spent
    [InlineData("Pirmais gads\n– inventārs: plānots 4 000,00, izlietots 3 800,00\n– telpas: plānots 6 000,00, izlietots 6 000,00\nKopā plānots 10 000,00, izlietots 9 800,00; atlikums 200,00 pārnests uz otro gadu.\n\nOtrais gads (no jauna piešķirts 10 000,00)\n– inventārs: 4 000,00 + 200,00 = 4 200,00, izlietots 4 200,00\n– telpas: 6 000,00, izlietots 6 000,00\nKopā plānots 10 200,00, izlietots 10 200,00.\n\nAbos gados piešķirts 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    public void Budgets(string text, string expected) => Assert.Equal(expected, Frame.Latvian(budget: text));

    [Theory]
    // Of one of the parts it is told what it holds
    [InlineData("Year I: planned EUR 10,000.00 (cafes 6,000.00; tools 3,000.00; classes 1,000.00); spent EUR 9,800.00 (cafes 6,000.00; tools 2,800.00; classes 1,000.00).\n\nYear II: planned EUR 10,000.00 (cafes 6,000.00; tools 3,000.00; classes 1,000.00); spent EUR 10,200.00 (cafes 6,000.00; tools 3,200.00, of which 200.00 came over from year I; classes 1,000.00).\n\nBoth years together: planned EUR 20,000.00, spent EUR 20,000.00.", "")]
    [InlineData("Year I: planned EUR 10,000.00 (cafes 6,000.00; tools 3,000.00; classes 1,000.00); spent EUR 9,800.00 (cafes 6,000.00; tools 2,800.00; classes 1,000.00).\n\nYear II: planned EUR 10,000.00 (cafes 6,000.00; tools 3,000.00; classes 1,000.00); spent EUR 10,200.00 (cafes 6,000.00; tools 3,200.00, of which 200.00 came over from year I; classes 1,100.00).\n\nBoth years together: planned EUR 20,000.00, spent EUR 20,000.00.", "budget-lines-mismatch 2")]
    public void English_budgets(string text, string expected) => Assert.Equal(expected, Frame.English(budget: text));
}
