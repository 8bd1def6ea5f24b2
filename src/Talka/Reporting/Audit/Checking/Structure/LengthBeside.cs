using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What stands right beside a length of time and says what it is the length of.</summary>
internal static class LengthBeside
{
    private const int MostBefore = 12;
    private const int LeastOfClause = 2;

    private static readonly Stems OfPeriod = ["period", "termiņ", "ilgum", "ilgst", "ilga", "deleģē", "slēgt", "noslēg", "term", "length", "duration", "delegat", "conclud"];

    /// <summary>It is multiplied: <c>8 months × 2 × 18 wells</c>.</summary>
    public static bool IsFactor(IReadOnlyList<Token> tokens, LengthReading length) => IsTimes(tokens.Peek(length.End)) || IsTimes(tokens.Peek(length.First - 1));

    private static bool IsTimes(Token token) => token.IsSign('×') || token.IsSign('*') || token.IsSign('·') || token.IsSign('⋅') || token.Is("x", "reiz", "times");

    /// <summary>More is added to it: <c>one year and another half</c>, <c>divus gadus un vēl vienu</c>.</summary>
    public static bool IsAddedTo(IReadOnlyList<Token> tokens, LengthReading length) => tokens.Peek(length.End).Is("un", "and", "plus") && tokens.Peek(length.End + 1).Is("vēl", "pēc", "another", "then", "after");

    /// <summary>It counts the years that are told, of which one may be shorter: <c>two implementation years</c>.</summary>
    public static bool CountsYears(Passage passage, LengthReading length, int years) => passage.Tokens.Peek(length.End - 2).Is(LengthGrammar.OfTask) && length.Months == 12 * years;

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

    /// <summary>After a semicolon something else is told, with its own length: <c>24 mēneši; dokumenti glabājami 10 gadus</c>.</summary>
    public static bool IsOfAnotherClause(Passage passage, LengthReading length)
    {
        var tokens = passage.Tokens;
        var start = length.First - 1;
        while (start >= 0 && !tokens[start].IsSign(';') && !FullSentences.IsEnd(tokens, start))
        {
            start--;
        }

        return start >= 0 && tokens[start].IsSign(';') && !Enumerable.Range(start, length.First - start).Any(at => tokens[at].StartsWith(OfPeriod)) && !passage.Dates.Any(date => date.First > start && date.First < length.First)
            && Enumerable.Range(start + 1, length.First - start - 1).Count(at => tokens[at].Kind == TokenKind.Word) >= LeastOfClause;
    }
}
