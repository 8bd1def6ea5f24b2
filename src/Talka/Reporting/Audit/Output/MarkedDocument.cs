using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Output;

/// <summary>A document cut up for showing it with its findings: lines, each of blocks or of a table's cells, each of marked and unmarked words.</summary>
public sealed class MarkedDocument
{
    /// <summary>Characters up to which a document is shown whole; of a longer one, what surrounds the findings.</summary>
    private const int WholeUpTo = 150_000;

    private const int BlocksAround = 2;
    private const int MostEmpty = 12;

    private MarkedDocument(IReadOnlyList<MarkedRow> rows, bool isWhole) => (Rows, IsWhole) = (rows, isWhole);

    public IReadOnlyList<MarkedRow> Rows { get; }

    /// <summary>False when only the surroundings of the findings are shown.</summary>
    public bool IsWhole { get; }

    public static MarkedDocument Of(AuditReport report)
    {
        var document = report.Summary.Document;
        var marks = Marks(report.Findings);
        var whole = document.Text.Length <= WholeUpTo;
        var shown = whole ? null : Surroundings(document, marks);
        var rows = new List<MarkedRow>();
        var next = 0;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            while (next < marks.Count && marks[next].Where.End <= block.Span.Start)
            {
                next++;
            }

            if (shown?.Contains(i) == false)
            {
                if (rows.Count == 0 || !rows[^1].IsGap)
                {
                    rows.Add(MarkedRow.Gap);
                }

                continue;
            }

            Add(rows, new MarkedBlock(block, Pieces(document, block.Span, marks, next)));
        }

        return new(rows, whole);
    }

    // Blocks of one row of a table stand side by side, each in its own column.
    private static void Add(List<MarkedRow> rows, MarkedBlock block)
    {
        if (block.Block.Cell is not { } cell)
        {
            rows.Add(new MarkedRow([[block]], InTable: false));
        }
        else if (rows.Count > 0 && rows[^1] is { InTable: true, Cells: [.., [var last, ..]] } row && last.Block.Cell is { } before && (before.Table, before.Row) == (cell.Table, cell.Row))
        {
            rows[^1] = row with { Cells = before.Column == cell.Column ? [.. row.Cells.SkipLast(1), [.. row.Cells[^1], block]] : [.. row.Cells, .. Empty(cell.Column - before.Column - 1), [block]] };
        }
        else
        {
            rows.Add(new MarkedRow([.. Empty(cell.Column - 1), [block]], InTable: true));
        }
    }

    private static IEnumerable<IReadOnlyList<MarkedBlock>> Empty(int columns) => Enumerable.Repeat<IReadOnlyList<MarkedBlock>>([], Math.Clamp(columns, 0, MostEmpty));

    private static List<Mark> Marks(IReadOnlyList<Finding> findings)
    {
        var all = findings.SelectMany((finding, index) => finding.Members.Count > 0
            ? finding.Members.Select((member, number) => new Mark(member.Where, index + 1, number + 1, finding.Severity))
            : finding.Where is { } where ? [new Mark(where, index + 1, 1, finding.Severity)] : []);
        var marks = new List<Mark>();
        foreach (var mark in all.OrderBy(mark => mark.Where.Start).ThenBy(mark => mark.Severity))
        {
            // Where two findings share words, the later one marks what is left of its own.
            var start = marks.Count > 0 ? Math.Max(mark.Where.Start, marks[^1].Where.End) : mark.Where.Start;
            if (start < mark.Where.End)
            {
                marks.Add(mark with { Where = Span.Between(start, mark.Where.End) });
            }
        }

        return marks;
    }

    private static HashSet<int> Surroundings(SourceDocument document, List<Mark> marks)
    {
        var shown = new HashSet<int>();
        var at = 0;
        foreach (var mark in marks)
        {
            while (at + 1 < document.Blocks.Count && document.Blocks[at + 1].Span.Start <= mark.Where.Start)
            {
                at++;
            }

            for (var near = at - BlocksAround; near <= at + BlocksAround; near++)
            {
                shown.Add(near);
            }
        }

        return shown;
    }

    private static List<MarkedPiece> Pieces(SourceDocument document, Span span, List<Mark> marks, int next)
    {
        var pieces = new List<MarkedPiece>();
        var at = span.Start;
        for (; next < marks.Count && marks[next].Where.Start < span.End; next++)
        {
            var start = Math.Max(marks[next].Where.Start, at);
            var end = Math.Min(marks[next].Where.End, span.End);
            if (start > at)
            {
                pieces.Add(new MarkedPiece(document.Text[at..start], null));
            }

            pieces.Add(new MarkedPiece(document.Text[start..end], marks[next].Where.Start >= span.Start ? marks[next] : marks[next] with { Number = 0 }));
            at = end;
        }

        if (at < span.End)
        {
            pieces.Add(new MarkedPiece(document.Text[at..span.End], null));
        }

        return pieces;
    }
}

/// <summary>Blocks that stand beside one another (the cells of a table's row), or one block; or a gap for what is left out.</summary>
public sealed record MarkedRow(IReadOnlyList<IReadOnlyList<MarkedBlock>> Cells, bool InTable)
{
    public static MarkedRow Gap { get; } = new([], InTable: false);

    public bool IsGap => Cells.Count == 0;
}

public sealed record MarkedBlock(Block Block, IReadOnlyList<MarkedPiece> Pieces);

public sealed record MarkedPiece(string Text, Mark? Mark);

/// <summary>Words that a finding is about.</summary>
/// <param name="Finding">Its number in the report, from 1.</param>
/// <param name="Number">Which of its places, from 1; 0 when the place began in an earlier block.</param>
public sealed record Mark(Span Where, int Finding, int Number, Severity Severity)
{
    public string Id => $"p{Finding}-{Number}";
}
