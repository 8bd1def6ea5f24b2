using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Lines of a budget that begin with the number of their year and nothing else, one above the other: <c>I planned EUR 32,000.00 spent EUR 31,950.00</c>.</summary>
internal static class YearNumerals
{
    private const int LeastYears = 2;
    private const int MostYears = 10;
    private const int MostBetween = 4;
    private const int LeastDigits = 2;

    /// <summary>Their marks, by the index of their piece.</summary>
    public static IReadOnlyDictionary<int, YearMark> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var found = new Dictionary<int, YearMark>();
        for (var at = 0; at < pieces.Count; at++)
        {
            var lines = Lines(pieces, at);
            for (var year = 0; lines.Count >= LeastYears && year < lines.Count; year++)
            {
                found[lines[year]] = Mark(pieces[lines[year]], year)!;
            }
        }

        return found;
    }

    // Those of the years in their order, each at most a few lines below the one before.
    private static List<int> Lines(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces, int first)
    {
        var lines = new List<int>();
        for (var at = first; at < pieces.Count && lines.Count < MostYears && at <= (lines.Count == 0 ? first : lines[^1] + MostBetween) && pieces[at].Block.Kind != BlockKind.Heading; at++)
        {
            if (Mark(pieces[at], lines.Count) is not null)
            {
                lines.Add(at);
            }
        }

        return lines;
    }

    private static YearMark? Mark((Block Block, IReadOnlyList<Token> Tokens) piece, int year)
    {
        var tokens = piece.Tokens;
        var end = tokens.SkipSigns(1, '.', ':', ')', '–', '-');
        return piece.Block.Cell is null && tokens.Count > end && tokens[0].Text == Ordinals.Roman(year + 1) && BudgetWords.At(tokens, end).Word is BudgetWord.Planned or BudgetWord.Spent
            && tokens.Any(token => token is { Kind: TokenKind.Digits, Text.Length: >= LeastDigits }) ? new(0, end, year + 1, YearForm.Name, IsFull: true, null, IsAlone: false) : null;
    }
}
