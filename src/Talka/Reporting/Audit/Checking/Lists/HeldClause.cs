using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A sentence that tells of nothing but what it counts, and ends with a colon: <c>Four audits were carried out, all of them with the parents' council:</c></summary>
internal static class HeldClause
{
    private const int MostBefore = 8;
    private const int MostAfter = 24;

    // What goes on after a comma with the same things.
    private static readonly string[] OfTheSame = ["all", "each", "every", "most", "one", "together", "with", "in", "at", "for", "mostly", "mainly", "again", "led", "held", "open", "free",
        "visi", "visas", "katrs", "katra", "katru", "kopā", "ar", "pa", "galvenokārt", "pārsvarā", "atkal", "vairums", "lielākoties", "vadīja"];

    // What is listed below is of something else.
    private static readonly string[] OfOthers = ["un", "and", "bet", "but", "which", "whose", "where", "kur", "kuros", "kurās", "kuru", "kas"];

    /// <summary>Whether the counted things begin it or follow its first verb, and what comes after them names nothing else that might be listed.</summary>
    public static bool IsAll(IReadOnlyList<Token> tokens, CountFact fact)
    {
        var (first, held) = (fact.First, false);
        while (first > 0 && fact.First - first < MostBefore && !FullSentences.IsEnd(tokens, first - 1))
        {
            first--;
            if (tokens[first].Kind != TokenKind.Word && tokens[first].Kind != TokenKind.Digits && !tokens[first].IsSign('.'))
            {
                return false;
            }

            held |= IsHeld(tokens, first);
        }

        if ((first > 0 && !FullSentences.IsEnd(tokens, first - 1)) || tokens.Count - fact.End > MostAfter)
        {
            return false;
        }

        for (var at = fact.End; at < tokens.Count - 1; at++)
        {
            var token = tokens[at];
            held |= IsHeld(tokens, at);
            if (token.IsSign(',') ? !tokens.Peek(at + 1).Is(OfTheSame)
                : token.Is(OfOthers) || (token.Kind == TokenKind.Sign && !token.Quoted && !IsApostrophe(token)))
            {
                return false;
            }
        }

        return held;
    }

    private static bool IsApostrophe(Token token) => token.IsSign('\'') || token.IsSign('’');

    private static bool IsHeld(IReadOnlyList<Token> tokens, int at) => ItemLists.IsHolding(tokens[at])
        || (tokens[at].Is("took") && tokens.Peek(at + 1).Is("place"))
        || (tokens[at].Is("were", "was") && tokens.Peek(at + 1).Is("carried", "given", "run", "taught", "done", "made"));
}
