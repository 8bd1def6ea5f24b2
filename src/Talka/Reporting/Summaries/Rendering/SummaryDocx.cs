using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Talka.Reporting.Summaries.Layout;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Talka.Reporting.Summaries.Rendering;

/// <summary>A laid-out summary as a Word document: real headings and lists, table header rows, the language set. Equal layouts give equal bytes.</summary>
internal sealed class SummaryDocx
{
    private readonly string _site;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private readonly Dictionary<string, string> _links = [];
    private int _orderedLists;

    private SummaryDocx(MainDocumentPart main, string site) => (_main, _site) = (main, site);

    /// <param name="site">Address of this site, which links to figures start with.</param>
    public static byte[] Write(SummaryLayout layout, string site)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "document");
            DocxPackage.AddProperties(package, $"{layout.Title}: {layout.Subtitle}", layout.Language);
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Styles(layout.Language);
            var writer = new SummaryDocx(main, site);
            writer.Paragraph("Title", [new TextInline(layout.Title)]);
            writer.Paragraph("Subtitle", [new TextInline(layout.Subtitle)]);
            writer.Blocks(layout.Blocks, 0);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = DocxStyles.Numbering(writer._orderedLists);
            writer._body.Append(DocxStyles.Section());
            main.Document = new Document(writer._body);
        }

        return DocxPackage.WithoutTimes(stream.ToArray());
    }

    private void Blocks(IReadOnlyList<Block> blocks, int depth, int? list = null)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    // The document's own title is level 1.
                    Paragraph($"Heading{heading.Level - 1}", heading.Text);
                    break;
                case ParagraphBlock paragraph:
                    Paragraph(list is null ? DocxStyles.Of(paragraph.Kind) : "ListParagraph", paragraph.Text, list, depth);
                    list = list is null ? null : 0;
                    break;
                case ListBlock items:
                    var numbering = items.Ordered ? DocxStyles.FirstOrdered + _orderedLists++ : DocxStyles.Bullets;
                    foreach (var item in items.Items)
                    {
                        Blocks(item, depth + 1, numbering);
                    }

                    break;
                case QuoteBlock quote:
                    Blocks(quote.Content, depth);
                    break;
                case TableBlock table:
                    Table(table);
                    break;
                case ChartBlock chart:
                    Paragraph("Normal", [new TextInline(chart.Alternative)]);
                    Table(chart.Data);
                    break;
            }
        }
    }

    private void Paragraph(string style, IReadOnlyList<Inline> text, int? list = null, int depth = 0) => _body.Append(NewParagraph(style, text, list, depth));

    private Paragraph NewParagraph(string style, IReadOnlyList<Inline> text, int? list = null, int depth = 0)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (list is > 0)
        {
            properties.Append(new NumberingProperties(
                new NumberingLevelReference { Val = Math.Min(depth - 1, DocxStyles.Levels - 1) }, new NumberingId { Val = list.Value }));
        }

        var paragraph = new Paragraph(properties);
        Inlines(paragraph, text, new RunProperties());
        return paragraph;
    }

    private void Inlines(OpenXmlCompositeElement into, IReadOnlyList<Inline> inlines, RunProperties format)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    into.Append(Run(text.Text, format));
                    break;
                case StrongInline strong:
                    Inlines(into, strong.Content, With(format, p => p.Bold = new Bold()));
                    break;
                case EmphasisInline emphasis:
                    Inlines(into, emphasis.Content, With(format, p => p.Italic = new Italic()));
                    break;
                case FigureInline figure:
                    into.Append(Hyperlink(figure.Address, [new TextInline(figure.Text)], format));
                    break;
                case LinkInline link:
                    into.Append(Hyperlink(link.Address, link.Content, format));
                    break;
                case LineBreakInline:
                    into.Append(new Run(new Break()));
                    break;
                case ErrorInline error:
                    into.Append(Run($"{error.Source} {error.Message}", With(format, p => p.Color = new Color { Val = "B00020" })));
                    break;
                case FootnoteInline footnote:
                    into.Append(Run(
                        footnote.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        With(format, p => p.VerticalTextAlignment = new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })));
                    break;
            }
        }
    }

    private Hyperlink Hyperlink(string address, IReadOnlyList<Inline> content, RunProperties format)
    {
        var target = address.StartsWith('/') ? _site + address : address;
        if (!_links.TryGetValue(target, out var id))
        {
            id = _links[target] = $"link{_links.Count + 1}";
            _main.AddHyperlinkRelationship(new Uri(target, UriKind.Absolute), true, id);
        }

        var link = new Hyperlink { Id = id };
        Inlines(link, content, With(format, p => p.RunStyle = new RunStyle { Val = "Hyperlink" }));
        return link;
    }

    private static Run Run(string text, RunProperties format)
    {
        var run = new Run(new Text(new string([.. text.Where(System.Xml.XmlConvert.IsXmlChar)])) { Space = SpaceProcessingModeValues.Preserve });
        if (format.HasChildren)
        {
            run.RunProperties = (RunProperties)format.CloneNode(true);
        }

        return run;
    }

    private static RunProperties With(RunProperties format, Action<RunProperties> change)
    {
        var copy = (RunProperties)format.CloneNode(true);
        change(copy);
        return copy;
    }

    private void Table(TableBlock block)
    {
        Paragraph("Caption", [new TextInline(block.Caption)]);
        var table = new Table(DocxStyles.TableProperties(block.Caption));
        var columns = new TableGrid();
        for (var i = 0; i < block.Head.Count; i++)
        {
            columns.Append(new GridColumn());
        }

        table.Append(columns);
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var column in block.Head)
        {
            head.Append(Cell([new StrongInline([new TextInline(column.Text)])], column.Numeric));
        }

        table.Append(head);
        foreach (var row in block.Rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var cell = row.Cells[i];
                line.Append(Cell(row.Kind == RowKind.Plain ? cell : [new StrongInline(cell)], block.Head[i].Numeric, row.Kind != RowKind.Plain));
            }

            table.Append(line);
        }

        _body.Append(table);
    }

    private TableCell Cell(IReadOnlyList<Inline> content, bool numeric, bool tinted = false)
    {
        var properties = new TableCellProperties();
        if (tinted)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "EEF3F7" });
        }

        return new TableCell(properties, NewParagraph(numeric ? "TableNumber" : "TableText", content));
    }
}
