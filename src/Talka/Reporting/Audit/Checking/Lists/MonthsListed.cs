using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>After a colon nothing but months, one for each of what was counted: <c>Four issues were sent out: in March, June, September and December.</c></summary>
internal static class MonthsListed
{
    private const int MostWordsBefore = 8;
    private const int MostMonths = 12;
    private const int LeastMonths = 3;

    /// <summary>How many, and where; null where something else is told too, or several may have fallen into one month.</summary>
    /// <param name="end">Index of the token after what was counted.</param>
    public static DatesListed? After(IReadOnlyList<Token> tokens, int end, long count)
    {
        var colon = end;
        while (colon < end + MostWordsBefore && tokens.Peek(colon) is { Kind: TokenKind.Word, Quoted: false } word && NumberWords.Of(word) is null)
        {
            colon++;
        }

        if (!tokens.Peek(colon).IsSign(':'))
        {
            return null;
        }

        var months = new HashSet<int>();
        for (var at = AfterYear(tokens, colon + 1); Months.Of(tokens.Peek(at)) is { } month && months.Count < MostMonths && months.Add(month); at = AfterLink(tokens, at))
        {
            at++;
            if (at >= tokens.Count || FullSentences.IsEnd(tokens, at))
            {
                return months.Count >= LeastMonths && count <= months.Count + 1 ? new(months.Count, Span.Between(tokens[colon + 1].Start, tokens[at - 1].End)) : null;
            }
        }

        return null;
    }

    // “, un ”, “ and in ”
    private static int AfterLink(IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens.Peek(at).IsSign(',') ? at + 1 : at;
        next = tokens.Peek(next).Is("un", "and") ? next + 1 : next;
        return next == at ? tokens.Count : tokens.Peek(next).Is("in") ? next + 1 : next;
    }

    // “2021. gada martā, …”, “in March, …”
    private static int AfterYear(IReadOnlyList<Token> tokens, int at)
    {
        at = tokens.Peek(at).Is("in") ? at + 1 : at;
        return tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: 4 } && tokens.SkipSigns(at + 1, '.') is var noun && tokens.Peek(noun).Is("gada") ? noun + 1 : at;
    }
}
