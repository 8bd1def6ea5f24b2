using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>After a colon, items of several words that each name their day: <c>Five walks: along the mill race on 22 April 2023, to the ferry on 13 May 2023 and …</c></summary>
internal static class DatedItems
{
    private const int MostTokens = 120;
    private const int LeastItems = 2;

    /// <summary>How many, and where; null where something else is told too.</summary>
    public static DatesListed? After(IReadOnlyList<Token> tokens, int colon)
    {
        if (!tokens.Peek(colon).IsSign(':'))
        {
            return null;
        }

        var (count, end) = (0, colon + 1);
        for (var at = colon + 1; at < tokens.Count && at - colon < MostTokens && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (DateGrammar.Read(tokens, at) is { } date)
            {
                if (date is not { IsRange: false, From.Day: not null } || !(FullSentences.IsOver(tokens, date.End) || tokens[date.End].IsSign(',') || tokens[date.End].Is("un", "and")))
                {
                    return null;
                }

                (count, end, at) = (count + 1, date.End, date.End - 1);
                if (FullSentences.IsEnd(tokens, at))
                {
                    break;
                }
            }
            else if (tokens[at].Kind == TokenKind.Digits || NumberWords.Of(tokens[at]) is not null || tokens[at].IsSign(';') || tokens[at].IsSign(':') || tokens[at].IsSign('('))
            {
                return null;
            }
        }

        return count >= LeastItems && FullSentences.IsOver(tokens, end) ? new(count, Span.Between(tokens[colon + 1].Start, tokens[end - 1].End)) : null;
    }
}
