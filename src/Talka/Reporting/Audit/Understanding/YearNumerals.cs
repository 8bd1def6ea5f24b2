using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Lines of a budget that begin with the number of their year and nothing else, one below the other: <c>I planned EUR 32,000.00 spent EUR 31,950.00</c>.</summary>
internal static class YearNumerals
{
    private const int LeastYears = 2;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

    /// <summary>Their marks, by the index of their piece.</summary>
    public static IReadOnlyDictionary<int, YearMark> Find(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var found = new Dictionary<int, YearMark>();
        for (var at = 0; at < pieces.Count; at++)
        {
            var years = 0;
            while (years < Roman.Length && at + years < pieces.Count && Mark(pieces[at + years], years) is not null)
            {
                years++;
            }

            for (var year = 0; years >= LeastYears && year < years; year++)
            {
                found[at + year] = Mark(pieces[at + year], year)!;
            }
        }

        return found;
    }

    private static YearMark? Mark((Block Block, IReadOnlyList<Token> Tokens) piece, int year)
    {
        var tokens = piece.Tokens;
        var end = tokens.SkipSigns(1, '.', ':', ')', '–', '-');
        return piece.Block.Cell is null && tokens.Count > end && tokens[0].Text == Roman[year] && BudgetWords.At(tokens, end).Word is BudgetWord.Planned or BudgetWord.Spent
            && MoneyGrammar.ReadAll(tokens, bare: true).Count > 0 ? new(0, end, year + 1, YearForm.Name, IsFull: true, null, IsAlone: false) : null;
    }
}
