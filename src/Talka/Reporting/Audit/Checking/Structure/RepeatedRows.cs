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
    private const int LeastOfWork = 3;

    /// <summary>The row where it stands first and where it stands again, and a cell of that one.</summary>
    public static IEnumerable<(Span First, Span Again, Passage Cell)> Of(ReadSummary summary)
    {
        var seen = new Dictionary<(int Table, string Text), Passage>();
        var anywhere = new Dictionary<string, Passage>();
        var others = new List<(Passage First, Passage Again)>();
        var whole = new Dictionary<Passage, Span>();
        foreach (var row in summary.Passages.Where(passage => passage is { Block.Cell: { IsHeader: false }, Section: SummarySection.Description or SummarySection.Other }).GroupBy(passage => (passage.Block.Cell!.Table, passage.Block.Cell.Row)))
        {
            var cells = row.ToList();
            var span = Span.Between(cells[0].Span.Start, cells[^1].Span.End);
            if (NamedWork(cells) is { } work && !seen.TryAdd((row.Key.Table, work), cells[0]))
            {
                yield return (whole[seen[(row.Key.Table, work)]], span, cells[0]);
                continue;
            }

            whole[cells[0]] = span;
            if (cells.Count < LeastCells || cells.Find(cell => cell.DateAlone is { From.Day: not null }) is not { } day
                || !cells.Exists(cell => cell.Tokens.Any(token => token is { Kind: TokenKind.Word, Text.Length: > 2 })))
            {
                continue;
            }

            whole[day] = span;
            var key = (row.Key.Table, string.Join('|', cells.Select(cell => $"{cell.Block.Cell!.Column}:{summary.Document.Quote(cell.Span).Trim().ToUpperInvariant()}")));
            if (!seen.TryAdd(key, day))
            {
                yield return (whole[seen[key]], span, day);
            }
            else if (day is { Section: SummarySection.Description, Year: not null } && cells.Exists(cell => cell.DateAlone is { From: { Day: not null, Year: not null } })
                && !anywhere.TryAdd(key.Item2, day) && anywhere[key.Item2].Year != day.Year)
            {
                others.Add((anywhere[key.Item2], day));
            }
        }

        foreach (var tables in others.GroupBy(pair => (pair.First.Block.Cell!.Table, pair.Again.Block.Cell!.Table)).Where(tables => tables.Count() == 1))
        {
            var (first, again) = tables.Single();
            yield return (whole[first], whole[again], again);
        }
    }

    // “2. | Pamatekspozīcijas iekārtošana”: a row that only names, after its number, something that is made; null of any other.
    private static string? NamedWork(List<Passage> cells)
    {
        var named = cells.Count > 1 && cells[0].Tokens.All(token => token.Kind != TokenKind.Word) ? cells[1..] : cells;
        return named is [{ Tokens: var tokens }] && tokens.Count(token => token.Kind == TokenKind.Word) >= LeastOfWork
            && Enumerable.Range(0, tokens.Count).Any(at => MakingWords.Is(tokens, at)) && !tokens.Any(WorkWords.IsEvent) ? string.Join(' ',
            tokens.Select(token => token.Text.ToUpperInvariant())) : null;
    }
}
