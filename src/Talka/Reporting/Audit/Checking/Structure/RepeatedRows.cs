using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>
/// Rows that are the same in every cell and name a day: an event that was entered twice. Of two years' tables one row may be the same; more of them are a list
/// of both years.
/// </summary>
internal static class RepeatedRows
{
    private const int LeastCells = 3;

    /// <summary>The row's day where it stands first and where it stands again.</summary>
    public static IEnumerable<(Passage First, Passage Again)> Of(ReadSummary summary)
    {
        var seen = new Dictionary<(int Table, string Text), Passage>();
        var anywhere = new Dictionary<string, Passage>();
        var others = new List<(Passage First, Passage Again)>();
        foreach (var row in summary.Passages.Where(passage => passage is { Block.Cell: { IsHeader: false }, Section: SummarySection.Description or SummarySection.Other }).GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row)))
        {
            var cells = row.ToList();
            if (cells.Count < LeastCells || cells.Find(cell => cell.DateAlone is { From.Day: not null }) is not { } day
                || !cells.Exists(cell => cell.Tokens.Any(token => token is { Kind: TokenKind.Word, Text.Length: > 2 })))
            {
                continue;
            }

            var key = (row.Key.Table, string.Join('|', cells.Select(cell => $"{cell.Block.Cell!.Column}:{summary.Document.Quote(cell.Span).Trim().ToUpperInvariant()}")));
            if (!seen.TryAdd(key, day))
            {
                yield return (seen[key], day);
            }
            else if (day is { Section: SummarySection.Description, Year: not null } && cells.Exists(cell => cell.DateAlone is { From: { Day: not null, Year: not null } })
                && !anywhere.TryAdd(key.Item2, day) && anywhere[key.Item2].Year != day.Year)
            {
                others.Add((anywhere[key.Item2], day));
            }
        }

        foreach (var tables in others.GroupBy(pair => (pair.First.Block.Cell!.Table, pair.Again.Block.Cell!.Table)).Where(tables => tables.Count() == 1))
        {
            yield return tables.Single();
        }
    }
}
