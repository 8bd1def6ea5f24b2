using System.Text;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>One way to set a document as plain text: what it says stays the same.</summary>
/// <param name="Width">That lines are broken at; 0 for a line to each paragraph.</param>
/// <param name="Hanging">Whether an item's further lines stand below its first word.</param>
/// <param name="IsFramed">Tables are drawn, and not set with tabs.</param>
/// <param name="LinesOfPage">After so many a page ends, with its number; 0 for none.</param>
internal sealed record Layout(
    int Width = 0, string Bullet = "-", bool Hanging = true, int Indent = 0, int Gap = 1, bool GapItems = false, bool Underlined = false, bool IsFramed = false,
    int LinesOfPage = 0, string End = "\n")
{
    private const int LongestRule = 70;

    public string Set(SourceDocument document)
    {
        var lines = new List<string>();
        for (var at = 0; at < document.Blocks.Count; at++)
        {
            var (block, words) = (document.Blocks[at], document.Quote(document.Blocks[at].Span));
            if (block.Cell is { } cell)
            {
                var table = document.Blocks.Skip(at).TakeWhile(other => other.Cell?.Table == cell.Table).ToList();
                at += table.Count - 1;
                lines.AddRange(["", .. IsFramed ? Framed(Rows(document, table)) : Rows(document, table).Select(row => string.Join('\t', row)), ""]);
                continue;
            }

            var (lead, isItem) = ("", block.Kind == BlockKind.ListItem);
            lead = isItem ? new string(' ', Indent + (2 * (block.Level - 1))) + Bullet + " " : "";
            lines.AddRange(block.Kind == BlockKind.Heading ? ["", words, .. Underlined ? [new string('=', Math.Min(words.Length, LongestRule))] : Array.Empty<string>()]
                : Wrapped(words, lead, Hanging ? new string(' ', lead.Length) : ""));
            var isBeforeItem = document.Blocks.ElementAtOrDefault(at + 1) is { Kind: BlockKind.ListItem, Cell: null };
            lines.AddRange(Enumerable.Repeat("", isBeforeItem && (!isItem || !GapItems) ? 0 : Gap));
        }

        return string.Join(End, LinesOfPage == 0 ? lines : Paged(lines));
    }

    private List<string> Wrapped(string words, string lead, string next)
    {
        var (lines, line) = (new List<string>(), new StringBuilder(lead));
        var isEmpty = true;
        foreach (var word in words.Split(' '))
        {
            if (Width > 0 && !isEmpty && line.Length + 1 + word.Length > Width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(next);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        return [.. lines, line.ToString()];
    }

    private static List<string[]> Rows(SourceDocument document, List<Block> table)
    {
        var columns = table.Max(block => block.Cell!.Column);
        return [.. table.GroupBy(block => block.Cell!.Row).Select(row => Enumerable.Range(1, columns)
            .Select(column => string.Join(' ', row.Where(block => block.Cell!.Column == column).Select(block => document.Quote(block.Span)))).ToArray())];
    }

    private static IEnumerable<string> Framed(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var rule = "+" + string.Concat(widths.Select(width => new string('-', width + 2) + "+"));
        var drawn = rows.ConvertAll(row => "|" + string.Concat(row.Zip(widths, (cell, width) => " " + cell.PadRight(width) + " |")));
        return [rule, drawn[0], rule, .. drawn.Skip(1), rule];
    }

    private List<string> Paged(List<string> lines)
    {
        var (paged, pages) = (new List<string>(), (lines.Count + LinesOfPage - 1) / LinesOfPage);
        foreach (var (index, page) in lines.Chunk(LinesOfPage).Index())
        {
            paged.AddRange([.. page, "", new string(' ', LongestRule / 2) + $"{index + 1} / {pages}", "\f"]);
        }

        return paged;
    }
}
