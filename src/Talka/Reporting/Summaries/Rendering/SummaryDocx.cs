using Talka.Foundation.Charts;
using Talka.Foundation.Docx;
using Talka.Foundation.Pictures;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Summaries.Rendering;

/// <summary>Writes a laid-out summary as a Word document: real headings and lists, table header rows, the language set.</summary>
/// <param name="charts">Draws the charts.</param>
/// <param name="pictures">Draws them for word processors that show no SVG.</param>
/// <param name="site">Address of this site, which links to figures start with.</param>
internal sealed class SummaryDocx(ChartRenderer charts, ChartPictures pictures, string site)
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public byte[] Write(SummaryLayout layout)
    {
        using var docx = new DocxBuilder($"{layout.Title}: {layout.Subtitle}", layout.Language == "lv" ? "lv-LV" : "en-GB");
        docx.Title(layout.Title).Paragraph(new DocxRun(layout.Subtitle, Italic: true));
        Write(docx, layout.Blocks);
        return docx.Build();
    }

    private void Write(DocxBuilder docx, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    // The document's own title stands above all headings.
                    docx.Heading(heading.Level - 1, InlineText.Of(heading.Text));
                    break;
                case ParagraphBlock { Kind: ParagraphKind.Statement } statement:
                    docx.Paragraph(Runs(statement.Text, new DocxRun("", Bold: true)));
                    break;
                case ParagraphBlock { Kind: ParagraphKind.Plain } paragraph:
                    docx.Paragraph(Runs(paragraph.Text));
                    break;
                case ParagraphBlock small:
                    foreach (var line in Lines(small.Text))
                    {
                        docx.Note(Runs(line));
                    }

                    break;
                case ListBlock { Ordered: true } list:
                    docx.Numbered(Items(list, 0));
                    break;
                case ListBlock list:
                    docx.Bullets(Items(list, 0));
                    break;
                case QuoteBlock quote:
                    Write(docx, quote.Content);
                    break;
                case TableBlock table:
                    Table(docx, table);
                    break;
                case ChartBlock chart:
                    if (pictures.Work)
                    {
                        var svg = charts.Render(chart.Option, chart.Width, chart.Height);
                        docx.Image(new DocxImage(pictures.Draw(svg, chart.Width, chart.Height), chart.Alternative, chart.Width, chart.Height, svg));
                    }

                    Table(docx, chart.Data);
                    break;
            }
        }
    }

    // Word numbers lists by level: what is nested becomes items of the next level.
    private List<DocxItem> Items(ListBlock list, int level)
    {
        var items = new List<DocxItem>();
        foreach (var block in list.Items.SelectMany(item => item))
        {
            switch (block)
            {
                case ListBlock nested:
                    items.AddRange(Items(nested, level + 1));
                    break;
                case ParagraphBlock paragraph:
                    items.Add(new DocxItem(Runs(paragraph.Text), level));
                    break;
                case HeadingBlock heading:
                    items.Add(new DocxItem(Runs(heading.Text, new DocxRun("", Bold: true)), level));
                    break;
            }
        }

        return items;
    }

    private void Table(DocxBuilder docx, TableBlock table)
    {
        List<DocxRow> rows = [.. table.Rows.Select(row => new DocxRow([.. row.Cells.Select(cell => Runs(cell))], row.Kind != RowKind.Plain))];
        var widths = Widths(table, rows);
        docx.Table(
            table.Caption, [.. table.Head.Select((column, i) => new DocxColumn(column.Text, column.Numeric ? DocxAlign.Right : DocxAlign.Left, widths[i]))], rows);
    }

    /// <summary>Columns of numbers are at least as wide as their longest word or number, so that none is broken in two; the first column has what is left.</summary>
    private static List<int> Widths(TableBlock table, List<DocxRow> rows)
    {
        const int letter = 125; // of the tables' size, bold, in a wide typeface
        const int margins = 140;
        const int leastFirst = DocxBuilder.TextWidth / 5;
        if (!table.Head.Skip(1).All(column => column.Numeric))
        {
            return [.. table.Head.Select((_, i) => i == 0 ? 2 : 1)];
        }

        var usual = DocxBuilder.TextWidth / (table.Head.Count + 1);
        var others = Enumerable.Range(1, table.Head.Count - 1).Select(i => Math.Max(usual, margins + (letter * rows.Where(row => i < row.Cells.Count)
            .Select(row => string.Concat(row.Cells[i].Select(run => run.Text))).Append(table.Head[i].Text)
            .SelectMany(text => text.Split(' ')).Max(word => word.Length)))).ToList();
        var room = DocxBuilder.TextWidth - leastFirst;
        return [Math.Max(leastFirst, DocxBuilder.TextWidth - others.Sum()), .. others.Select(width => others.Sum() <= room ? width : width * room / others.Sum())];
    }

    private List<DocxRun> Runs(IReadOnlyList<Inline> inlines, DocxRun? look = null)
    {
        var format = look ?? new DocxRun("");
        var runs = new List<DocxRun>();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline text:
                    runs.Add(format with { Text = text.Text });
                    break;
                case StrongInline strong:
                    runs.AddRange(Runs(strong.Content, format with { Bold = true }));
                    break;
                case EmphasisInline emphasis:
                    runs.AddRange(Runs(emphasis.Content, format with { Italic = true }));
                    break;
                case FigureInline figure:
                    runs.Add(format with { Text = figure.Text, Link = site + figure.Address });
                    break;
                case LinkInline link:
                    runs.AddRange(Runs(link.Content, format with { Link = link.Address.StartsWith('/') ? site + link.Address : link.Address }));
                    break;
                case LineBreakInline:
                    runs.Add(format with { Text = " " });
                    break;
                case ErrorInline error:
                    runs.Add(format with { Text = $"{error.Source} {error.Message}", Bold = true });
                    break;
                case FootnoteInline footnote:
                    runs.Add(format with { Text = string.Concat($"{footnote.Number}".Select(digit => Superscripts[digit - '0'])) });
                    break;
            }
        }

        return runs;
    }

    private static IEnumerable<IReadOnlyList<Inline>> Lines(IReadOnlyList<Inline> inlines)
    {
        var line = new List<Inline>();
        foreach (var inline in inlines)
        {
            if (inline is LineBreakInline)
            {
                yield return line;
                line = [];
            }
            else
            {
                line.Add(inline);
            }
        }

        yield return line;
    }
}
