using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Rows of one table that are the same in every cell and name a day: an event that was entered twice.</summary>
internal static class RepeatedRows
{
    private const int LeastCells = 3;

    /// <summary>The row's first cell where it stands first and where it stands again.</summary>
    public static IEnumerable<(Passage First, Passage Again)> Of(ReadSummary summary)
    {
        var seen = new Dictionary<(int Table, string Text), Passage>();
        foreach (var row in summary.Passages.Where(passage => passage is { Block.Cell: { IsHeader: false }, Section: SummarySection.Description or SummarySection.Other }).GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row)))
        {
            var cells = row.ToList();
            if (cells.Count < LeastCells || !cells.Exists(cell => cell.DateAlone is { From.Day: not null }) || !cells.Exists(cell => cell.Tokens.Any(token => token is { Kind: TokenKind.Word, Text.Length: > 2 })))
            {
                continue;
            }

            var key = (row.Key.Table, string.Join('|', cells.Select(cell => $"{cell.Block.Cell!.Column}:{summary.Document.Quote(cell.Span).Trim().ToUpperInvariant()}")));
            if (!seen.TryAdd(key, cells[0]))
            {
                yield return (seen[key], cells[0]);
            }
        }
    }
}
