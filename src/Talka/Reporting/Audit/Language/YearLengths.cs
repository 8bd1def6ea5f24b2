namespace Talka.Reporting.Audit.Language;

/// <summary>How long each implementation year is said to be: <c>three years of twelve months</c>, <c>katra gada garums ir divpadsmit mēneši</c>.</summary>
public static class YearLengths
{
    private const int MostBefore = 8;
    private const int MostToYear = 3;

    /// <summary>The months that every year is said to have; null when nothing says it.</summary>
    public static int? OfEach(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (LengthGrammar.Read(tokens, at) is { } length && IsOfEach(tokens, at))
            {
                return length.Months;
            }
        }

        return null;
    }

    /// <summary>Whether the length that begins at a token is that of each year.</summary>
    public static bool IsOfEach(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at - 1).Is("of", "pa") && IsYears(tokens.Peek(at - 2)))
        {
            return true;
        }

        for (var before = at - 1; before >= Math.Max(0, at - MostBefore) && !FullSentences.IsEnd(tokens, before); before--)
        {
            if (tokens[before].Is("katra", "katrs", "katram", "each", "every") && Enumerable.Range(before - MostToYear, 2 * MostToYear).Any(near => IsYear(tokens.Peek(near)) || IsYears(tokens.Peek(near))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYears(Token token) => token.Is("years", "gadi", "gadiem", "gados", "gadus");

    private static bool IsYear(Token token) => token.Is("gada", "gads", "gadam", "year", "year's");
}
