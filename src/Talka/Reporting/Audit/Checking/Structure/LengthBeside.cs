using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What stands right beside a length of time and says what it is the length of.</summary>
internal static class LengthBeside
{
    private const int MostBefore = 12;

    /// <summary>It is multiplied: <c>8 months × 2 × 18 wells</c>.</summary>
    public static bool IsFactor(IReadOnlyList<Token> tokens, LengthReading length) => IsTimes(tokens.Peek(length.End)) || IsTimes(tokens.Peek(length.First - 1));

    private static bool IsTimes(Token token) => token.IsSign('×') || token.IsSign('*') || token.IsSign('·') || token.IsSign('⋅') || token.Is("x", "reiz", "times");

    /// <summary>So many months of each year, which are named before it: <c>no aprīļa līdz novembrim, 8 mēneši</c>.</summary>
    public static bool IsOfMonthsNamed(Passage passage, LengthReading length)
    {
        for (var at = length.First - 1; at >= Math.Max(0, length.First - MostBefore) && !FullSentences.IsEnd(passage.Tokens, at); at--)
        {
            if (Months.Of(passage.Tokens[at]) is not null && !passage.Dates.Any(date => date.First <= at && at < date.End && date.To.Year is not null))
            {
                return true;
            }
        }

        return false;
    }
}
