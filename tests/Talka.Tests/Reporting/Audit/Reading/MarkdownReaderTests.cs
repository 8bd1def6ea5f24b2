using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

public class MarkdownReaderTests
{
    [Fact]
    public void Markdown_HeadingsListsAndTables_AreBlocksWithLines()
    {
        var document = Documents.Read(
            """
            # Kopsavilkums

            Viens **divi**
            *trīs*

            - A
              - B
            - C

            | Gads | Plāns |
            |------|------:|
            | I    | 53 994,00 |
            """, "kopsavilkums.md").Value;

        Assert.Equal(SourceFormat.Markdown, document.Format);
        Assert.Equal(["h1 Kopsavilkums", "Viens divi trīs", "- A", "-- B", "- C", "[1.1.1!] Gads", "[1.1.2!] Plāns", "[1.2.1] I", "[1.2.2] 53 994,00"], Documents.Shown(document));
        Assert.Equal([1, 3, 6, 7, 8, 10, 10, 12, 12], document.Blocks.Select(block => block.Place.Line));
    }

    [Fact]
    public void Markdown_BlockThatBeginsWithAMark_HasItsOwnLine()
    {
        var document = Documents.Read("Ievads\n\n- A\n\n**Pirmais gads.** Notika talka.\n\n> *Citāts*\n\n| A | B |\n|---|---|\n| **I** | `1` |\n", "a.md").Value;

        Assert.Equal([1, 3, 5, 7, 9, 9, 11, 11], document.Blocks.Select(block => block.Place.Line));
    }

    [Theory]
    [InlineData("2015. gada 29. augusts", "2015. gada 29. augusts")]
    [InlineData("- 2015. gada 29. augusts", "- 2015. gada 29. augusts")]
    [InlineData("12. oktobrī notika diskusija", "12. oktobrī notika diskusija")]
    [InlineData("1. Task", "- Task")]
    public void Markdown_LineBeginsWithAYearOrADay_KeepsIt(string line, string shown) => Assert.Equal([shown], Documents.Shown(Documents.Read(line, "a.md").Value));

    [Fact]
    public void Markdown_NestedDeeply_IsReadAsText()
    {
        var document = Documents.Read(new string('>', 20_000) + " Vārdi", "a.md").Value;

        Assert.Contains("Vārdi", document.Text, StringComparison.Ordinal);
    }
}
