using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>People who are each told of by what they are and then by both names: <c>flautas skolotāja Līga Paegle un tēlnieks Andris Vītols, ko …</c></summary>
internal static class NamedPeople
{
    private const int MostTokens = 90;

    private static readonly string[] Clauses = ["kas", "kuri", "kuras", "ko", "kurus", "kuriem", "kurām", "kuru", "who", "whom", "whose", "all", "both", "visi", "visas",
        "abi", "abas"];

    /// <summary>Those after a colon, a dash or a bracket; null where one of them is named otherwise.</summary>
    public static TiedList? After(IReadOnlyList<Token> tokens, int sign)
    {
        var mark = tokens.Peek(sign);
        if (!mark.IsSign(':') && !mark.IsSign('(') && !(mark.IsDash && mark.SpaceBefore))
        {
            return null;
        }

        var count = 0;
        for (var at = sign + 1; at <= tokens.Count && at - sign < MostTokens; at++)
        {
            var isEnd = at >= tokens.Count || FullSentences.IsEnd(tokens, at) || tokens[at].IsSign(')') || (tokens[at].IsSign(',') && tokens.Peek(at + 1).Is(Clauses))
                || (mark.IsDash && tokens[at] is { IsDash: true, SpaceBefore: true });
            if (isEnd || tokens[at].IsSign(',') || tokens[at].IsSign(';') || tokens[at].Is("un", "and"))
            {
                if (tokens[at - 1].IsSign(','))
                {
                    continue; // “, un”
                }

                if (!IsName(tokens[at - 1]) || !IsName(tokens.Peek(at - 2)) || at - 2 <= sign)
                {
                    return null;
                }

                count++;
            }
            else if (tokens[at].Kind is TokenKind.Digits or TokenKind.Sign)
            {
                return null;
            }

            if (isEnd)
            {
                return count > 1 ? new(count, Span.Between(tokens[sign + 1].Start, tokens[at - 1].End)) : null;
            }
        }

        return null;
    }

    private static bool IsName(Token token) => token is { IsCapitalised: true, Quoted: false, Text.Length: > 1 };
}
