using Talka.Reporting.Audit.Reading;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Reading;

public sealed class AlignedTablesTests
{
    [Fact]
    public void Lines_WithFiguresInColumns_AreATable()
    {
        var document = TextReader.Read(
            """
            Nauda

                              plānots      izlietots   atlikums
            2021. gads
              kursi         15 000,00      14 500,00     500,00
              talkas         5 900,00       5 612,80
            kopā            20 900,00      20 112,80     787,20

            Atlikums atmaksāts.
            """, "a.txt");

        var cells = document.Blocks.Where(block => block.Cell is not null).Select(block => $"{block.Cell!.Row}.{block.Cell.Column} {document.TextOf(block)}");

        Assert.Equal(
            ["1.2 plānots", "1.3 izlietots", "1.4 atlikums", "2.1 2021. gads", "3.1 kursi", "3.2 15 000,00", "3.3 14 500,00", "3.4 500,00", "4.1 talkas", "4.2 5 900,00", "4.3 5 612,80", "5.1 kopā", "5.2 20 900,00", "5.3 20 112,80", "5.4 787,20"],
            cells);
    }

    [Theory]
    [InlineData("Task:            Support to family carers\nImplementer:     Carers' Union, reg. No. 40002904931\nPeriod:          1 April 2021 to 31 March 2024")]
    [InlineData("Kalnamuiža        640\nLejasciems        310\nIlūkste           275")]
    [InlineData("Divas atstarpes  aiz teikuma.  Tā raksta daži.\nVēl viens teikums.  Un vēl viens, 12.  Un 13.")]
    public void Forms_AndSentences_AreNone(string text) => Assert.All(TextReader.Read(text, "a.txt").Blocks, block => Assert.Null(block.Cell));

    [Fact]
    public void ShortLine_WithARuleBelow_IsAHeading()
    {
        var document = TextReader.Read("Naudas lietas\n-------------\nPlānoti 5 euro.", "a.txt");

        Assert.Equal([(BlockKind.Heading, "Naudas lietas"), (BlockKind.Paragraph, "Plānoti 5 euro.")], document.Blocks.Select(block => (block.Kind, document.TextOf(block))));
    }
}
