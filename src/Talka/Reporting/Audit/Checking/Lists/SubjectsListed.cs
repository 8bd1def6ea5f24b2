using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>What each of several films or books is about, in a bracket right after them: <c>piecas filmas (par aušanu, pīšanu un kalšanu)</c>.</summary>
internal static class SubjectsListed
{
    private const int MostTokens = 60;
    private const int LeastSubjects = 3;

    private static readonly string[] Others = ["citi", "citas", "citiem", "citām", "u", "utt", "other", "others", "etc", "piemēram", "example", "tostarp",
        "including", "mainly", "galvenokārt"];

    /// <summary>How many subjects there are: an “and” may join two or be inside of one; null where the bracket lists no subjects, or not all.</summary>
    public static Enumeration? After(IReadOnlyList<Token> tokens, int bracket)
    {
        if (!tokens.Peek(bracket).IsSign('(') || !tokens.Peek(bracket + 1).Is("par", "about", "on"))
        {
            return null;
        }

        var (commas, ands, at) = (0, 0, bracket + 2);
        for (; at < tokens.Count && at - bracket < MostTokens && !tokens[at].IsSign(')'); at++)
        {
            if (tokens[at].Kind == TokenKind.Digits || tokens[at].Quoted || tokens[at].Is(Others)
                || (tokens[at].Kind == TokenKind.Sign && !tokens[at].IsSign(',') && !tokens[at].IsSign('-')))
            {
                return null;
            }

            commas += tokens[at].IsSign(',') && !tokens.Peek(at + 1).Is("un", "and") ? 1 : 0;
            ands += tokens[at].Is("un", "and") ? 1 : 0;
        }

        return tokens.Peek(at).IsSign(')') && ands == 1 && commas + 1 + ands >= LeastSubjects
            ? new(commas + 1, commas + 1 + ands, Span.Between(tokens[bracket + 1].Start, tokens[at - 1].End)) : null;
    }
}
