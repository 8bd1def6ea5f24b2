using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Talka.Foundation.Docx;

/// <summary>
/// Writes a Word document (ECMA-376) piece by piece: real styles, numbering and repeated header rows, so that people and screen readers find their way.
/// Equal pieces give equal bytes.
/// </summary>
public sealed class DocxBuilder : IDisposable
{
    /// <summary>In twentieths of a point: A4 without its margins of 2 cm.</summary>
    public const int TextWidth = 9638;

    private readonly MemoryStream _file = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private readonly DocxInlines _inlines;
    private int _numberings = DocxParts.Bullets;
    private bool _built;

    /// <param name="title">Of the document, in its properties; use <see cref="Title"/> to print it.</param>
    /// <param name="language">Such as <c>lv-LV</c>.</param>
    public DocxBuilder(string title, string language)
    {
        _document = WordprocessingDocument.Create(_file, WordprocessingDocumentType.Document, autoSave: false);
        _main = _document.AddMainDocumentPart();
        _document.ChangeIdOfPart(_main, "main");
        _main.Document = new Document(_body);
        DocxParts.Add(_document, _main, DocxInlines.Clean(title), language);
        _inlines = new DocxInlines(_main);
    }

    public DocxBuilder Title(string text) => Add(Styled("Title", [text]));

    /// <param name="level">1 to 3.</param>
    public DocxBuilder Heading(int level, string text) => Add(Styled("Heading" + Math.Clamp(level, 1, 3), [text]));

    public DocxBuilder Paragraph(params IReadOnlyList<DocxRun> runs) => Add(Styled(null, runs));

    /// <summary>Small print, such as hashes and remarks under a table.</summary>
    public DocxBuilder Note(params IReadOnlyList<DocxRun> runs) => Add(Styled("Note", runs));

    public DocxBuilder Bullets(params IReadOnlyList<DocxItem> items) => List(items, DocxParts.Bullets);

    /// <summary>A list numbered from 1.</summary>
    public DocxBuilder Numbered(params IReadOnlyList<DocxItem> items)
    {
        var number = ++_numberings;
        var start = new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 };
        _main.NumberingDefinitionsPart!.Numbering!.Append(
            new NumberingInstance(new AbstractNumId { Val = DocxParts.NumberedPattern }, start) { NumberID = number });
        return List(items, number);
    }

    /// <summary>A table whose header row is repeated on every page.</summary>
    /// <param name="caption">Printed above it and told to screen readers; null for none.</param>
    public DocxBuilder Table(string? caption, IReadOnlyList<DocxColumn> columns, IReadOnlyList<DocxRow> rows)
    {
        if (caption is not null)
        {
            Add(Styled("Caption", [caption]));
        }

        var total = columns.Sum(column => column.Width);
        var widths = columns.Select(column => TextWidth * column.Width / total).ToList();
        var properties = new TableProperties(
            new TableStyle { Val = "TalkaTable" },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = "04A0", FirstRow = true, LastRow = false, FirstColumn = true, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true });
        if (caption is not null)
        {
            properties.Append(new TableCaption { Val = DocxInlines.Clean(caption) });
        }

        var table = new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        table.Append(Row(columns, widths, [.. columns.Select(column => (IReadOnlyList<DocxRun>)[new DocxRun(column.Header, Bold: true)])], header: true));
        foreach (var row in rows)
        {
            var cells = row.Total ? [.. row.Cells.Select(cell => (IReadOnlyList<DocxRun>)[.. cell.Select(run => run with { Bold = true })])] : row.Cells;
            table.Append(Row(columns, widths, cells, header: false));
        }

        _body.Append(table);

        // Two tables without a paragraph between them would be one.
        return Add(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "120", Line = "120", LineRule = LineSpacingRuleValues.Exact })));
    }

    public DocxBuilder Image(DocxImage image) => Add(new Paragraph(
        new ParagraphProperties(new KeepNext(), new Justification { Val = JustificationValues.Center }), new Run(_inlines.Picture(image))));

    /// <summary>The finished file. A builder builds once.</summary>
    public byte[] Build()
    {
        if (_built)
        {
            throw new InvalidOperationException("This document is built already.");
        }

        _built = true;
        _body.Append(DocxParts.Section());
        _document.Save();
        _document.Dispose();
        return DocxParts.Timeless(_file);
    }

    public void Dispose()
    {
        _document.Dispose();
        _file.Dispose();
    }

    private DocxBuilder List(IReadOnlyList<DocxItem> items, int number)
    {
        foreach (var item in items)
        {
            var properties = new ParagraphProperties(
                new ParagraphStyleId { Val = "ListParagraph" },
                new NumberingProperties(new NumberingLevelReference { Val = Math.Clamp(item.Level, 0, 5) }, new NumberingId { Val = number }));
            Add(new Paragraph([properties, .. _inlines.Runs(item.Runs)]));
        }

        return this;
    }

    private TableRow Row(IReadOnlyList<DocxColumn> columns, List<int> widths, IReadOnlyList<IReadOnlyList<DocxRun>> cells, bool header)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (header)
        {
            properties.Append(new TableHeader());
        }

        var row = new TableRow(properties);
        for (var i = 0; i < columns.Count; i++)
        {
            var align = columns[i].Align switch
            {
                DocxAlign.Right => JustificationValues.Right,
                DocxAlign.Center => JustificationValues.Center,
                _ => JustificationValues.Left,
            };
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "TableText" }, new Justification { Val = align }));
            paragraph.Append(_inlines.Runs(i < cells.Count ? cells[i] : []));
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa }), paragraph));
        }

        return row;
    }

    private Paragraph Styled(string? style, IReadOnlyList<DocxRun> runs)
    {
        var paragraph = style is null ? new Paragraph() : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(_inlines.Runs(runs));
        return paragraph;
    }

    private DocxBuilder Add(OpenXmlElement element)
    {
        _body.Append(element);
        return this;
    }
}
