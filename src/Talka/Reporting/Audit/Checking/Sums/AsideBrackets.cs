using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Brackets with a few words of a sentence in them.</summary>
internal static class AsideBrackets
{
    private const int MostTokens = 30;

    /// <summary>Index of the sign that closes a bracket, when it does so soon.</summary>
    public static int? End(IReadOnlyList<Token> tokens, int open)
    {
        for (var at = open + 1; at < tokens.Count && at - open <= MostTokens; at++)
        {
            if (tokens[at].IsSign('('))
            {
                return null;
            }

            if (tokens[at].IsSign(')'))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Whether a token stands in one.</summary>
    public static bool Hold(IReadOnlyList<Token> tokens, int token)
    {
        for (var at = token - 1; at >= 0 && token - at <= MostTokens; at--)
        {
            if (tokens[at].IsSign(')'))
            {
                return false;
            }

            if (tokens[at].IsSign('('))
            {
                return End(tokens, at) is not null;
            }
        }

        return false;
    }
}
