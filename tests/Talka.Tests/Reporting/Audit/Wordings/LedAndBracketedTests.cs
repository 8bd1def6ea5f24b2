using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Lines that dots lead from a name to its number, headings in brackets, lines of amounts that begin with a small letter, and lists whose total one year lacks; right and wrong ones.</summary>
public sealed class LedAndBracketedTests
{
    private static readonly string Rows = """
        klubos ............ 120
        skolās ............ 210
        internātos ........ 85
        """;

    [Theory]
    [InlineData("kopā .............. 415", "")]
    [InlineData("kopā .............. 451", "sum-mismatch 1")]
    public void Dots_LeadToTheNumber(string total, string found) => Assert.Equal(found, Frame.Latvian("Uzrunātie jaunieši:\n\n" + Rows + "\n" + total));

    [Theory]
    [InlineData("Sarunu skaits: Rīgā – 205, Ogrē – 188, Saldū – 46. Pavisam novadītas 439 sarunas.", "")]
    [InlineData("Sarunu skaits: Rīgā – 205, Ogrē – 188, Saldū – 46. Pavisam novadītas 493 sarunas.", "sum-mismatch 1")]
    [InlineData("Sarunu skaits: Rīgā – 205, Ogrē – 188, Saldū – 46. Kopš 2018. gada novadītas 4 930 sarunas.", "")]
    public void Total_MayHaveAVerbBeforeItsNumber(string text, string found) => Assert.Equal(found, Frame.Latvian(text));

    [Theory]
    [InlineData("Kopā vakaros bija 77 vecāki.", "Kopā vakaros bija 91 vecāks.", "Kopā vakaros bija 84 vecāki.", "")]
    [InlineData("Kopā vakaros bija 77 vecāki.", "Vakari notika skolās.", "Kopā vakaros bija 84 vecāki.", "total-missing 2")]
    [InlineData("Kopā vakaros bija 77 vecāki.", "Vakari notika skolās.", "Vakari notika skolās.", "")]
    [InlineData("Kopā vakaros bija 77 vecāki.", "Vakaros pabija 91 vecāks.", "Kopā vakaros bija 84 vecāki.", "")]
    public void List_OfEveryYear_HasItsTotalInEach(string first, string second, string third, string found) => Assert.Equal(found, Frame.ThreeYears(
        "Vecāku vakari:\n- Ogrē 11. maijā – 34 vecāki;\n- Saldū 25. maijā – 43 vecāki.\n\n" + first,
        "Turpinājās vecāku vakari:\n- Talsos 10. maijā – 51 vecāks;\n- Dobelē 24. maijā – 40 vecāki.\n\n" + second,
        "Vecāku vakari:\n- Tukumā 9. maijā – 44 vecāki;\n- Bauskā 23. maijā – 40 vecāki.\n\n" + third + "\n\nVērtējums: līguma mērķi sasniegti."));

    [Fact]
    public void Brackets_OnALineOfTheirOwn_AreAHeading()
    {
        var document = DocumentReader.FromText("[lapa: Nauda]\nPlānots 10 000,00 euro [precizēts].\n\n[Cita informācija]\nNav.\n[1] Skat. pielikumu.");
        Assert.Equal(["Nauda", "Cita informācija"], document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(document.TextOf));
    }

    [Fact]
    public void Headings_BetweenStrokes_AreRead()
    {
        var document = DocumentReader.FromText(
            "== II GADS ==\nNotika 3 tikšanās.\n\n--- lapa 2 ---\n\n--- Sheet Money ---\nPlanned EUR 10,000.00.\n\n-- viss kopā bez atlikuma. --\n- starp brīvdienām -\n*** DARBI ***\nVēl 2 sarunas.");
        Assert.Equal(["II GADS", "Money", "DARBI"], document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(document.TextOf));
    }

    [Fact]
    public void Lines_OfAmounts_AreLinesOfTheirOwn()
    {
        var document = DocumentReader.FromText("  plāns: 42 000 € (telpas 26 000 €)\n  izlietots: 41 400 €\n  atlikums 600 €, pārcelts\nTelpu remontam ziedoja vairāki uzņēmumi, kas deva\nkopā 300 €.");
        Assert.Equal(["plāns: 42 000 € (telpas 26 000 €)", "izlietots: 41 400 €", "atlikums 600 €, pārcelts"], document.Blocks.Take(3).Select(document.TextOf));
    }
}
