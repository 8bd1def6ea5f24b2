using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Talka.Tests.Reporting.Audit.Corpus.Generated;

/// <summary>Writes composed documents for word processors: fields under headings, or as the rows of the template's table.</summary>
internal static class DocxWriter
{
    public static byte[] Write(Composed composed, bool asTable)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body(Paragraph(composed.Title, "Title"));
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbering();
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles([.. Enumerable.Range(1, 4).Select(level => Heading(level))]);
            if (asTable)
            {
                body.Append(Table(composed.Fields.Select(field => new TableRow(Cell([Paragraph(field.Label)]), Cell([.. field.Pieces.Select(Element)])))));
            }
            else
            {
                foreach (var field in composed.Fields)
                {
                    body.Append(Paragraph(field.Label, "Heading2"));
                    body.Append(field.Pieces.Select(Element));
                }
            }

            body.Append(new SectionProperties());
        }

        return stream.ToArray();
    }

    private static OpenXmlElement Element(Piece piece) => piece switch
    {
        Head head => Paragraph(head.Text, "Heading" + head.Level),
        Item item => Listed(item),
        Grid grid => Table(grid.Rows.Select((row, at) => Row(row, grid.HasHeader && at == 0))),
        _ => Paragraph(piece.Texts.First()),
    };

    private static TableRow Row(IReadOnlyList<IReadOnlyList<string>> cells, bool header)
    {
        var row = new TableRow(header ? [new TableRowProperties(new TableHeader())] : []);
        row.Append(cells.Select(cell => Cell([.. cell.Select(line => Paragraph(line))])));
        return row;
    }

    private static Table Table(IEnumerable<TableRow> rows)
    {
        var table = new Table(new TableProperties(new TableBorders(new TopBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single })), new TableGrid());
        table.Append(rows);
        return table;
    }

    /// <summary>A cell; a nested table must be followed by a paragraph.</summary>
    private static TableCell Cell(IReadOnlyList<OpenXmlElement> content)
    {
        var cell = new TableCell(content);
        if (content[^1] is Table)
        {
            cell.Append(new Paragraph());
        }

        return cell;
    }

    private static Paragraph Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(new Run(new Text(Mark.Strip(text)) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    private static Paragraph Listed(Item item)
    {
        var paragraph = Paragraph(item.Text);
        paragraph.PrependChild(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = item.Level - 1 }, new NumberingId { Val = 1 })));
        return paragraph;
    }

    private static Style Heading(int level) => new(
        new StyleName { Val = "heading " + level }, new StyleParagraphProperties(new OutlineLevel { Val = level - 1 }))
    { Type = StyleValues.Paragraph, StyleId = "Heading" + level };

    private static Numbering Numbering() => new(
        new AbstractNum([.. Enumerable.Range(0, 2).Select(level => new Level(
            new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }) { LevelIndex = level })])
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
}
