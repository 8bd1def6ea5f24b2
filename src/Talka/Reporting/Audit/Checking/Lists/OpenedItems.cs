using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Items that each begin with a word that says so: <c>gan Baltijas kausā, gan Rīgas maratonā</c>, <c>one on bats and one on owls</c>.</summary>
internal static class OpenedItems
{
    private const int MostTokens = 80;

    private static readonly string[][] Openers =
    [
        ["gan"],
        ["one", "another"],
        ["viens", "viena", "vienu", "vienam", "vienai", "vienā", "otrs", "otra", "otru", "otram", "otrai", "otrā"],
    ];

    /// <summary>Those after a colon, a dash, a bracket or a comma; after a comma there may be others that are not told of.</summary>
    public static TiedList? After(IReadOnlyList<Token> tokens, int sign)
    {
        var mark = tokens.Peek(sign);
        if (!mark.IsSign(':') && !mark.IsSign('(') && !mark.IsSign(',') && !(mark.IsDash && mark.SpaceBefore))
        {
            return null;
        }

        var first = tokens.SkipSigns(sign + 1, '–', '-');
        // After a comma “gan … gan …” may say how it was, and after a colon “one … and one …” are numbers to be added up.
        if ((mark.IsSign(',') && tokens.Peek(first).Is("gan")) || Array.Find(Openers, words => tokens.Peek(first).Is(words)) is not { } openers || (NumberWords.Of(tokens[first]) is not null && (mark.IsSign(':') || mark.IsSign('('))))
        {
            return null;
        }

        var (count, at) = (1, first + 1);
        for (; at < tokens.Count && at - first < MostTokens && !FullSentences.IsEnd(tokens, at) && !(count > 1 && tokens[at].IsSign(';')); at++)
        {
            if (tokens[at].IsSign(')') || tokens[at].Kind == TokenKind.Digits || tokens[at].IsSign(':') || (NumberWords.Of(tokens[at]) is not null && !tokens[at].Is(openers)))
            {
                break;
            }

            if (tokens[at].Is(openers))
            {
                if (!tokens[at - 1].IsSign(',') && !tokens[at - 1].IsSign(';') && !tokens[at - 1].Is("un", "and"))
                {
                    return null; // “gan drīz”, “one by one”
                }

                count++;
            }
        }

        var isWhole = at >= tokens.Count || FullSentences.IsEnd(tokens, at) || tokens[at].IsSign(';') || (mark.IsSign('(') && tokens[at].IsSign(')'));
        return isWhole && count > 1 ? new(count, mark.IsSign(',') ? int.MaxValue : count, [Span.Between(tokens[first].Start, tokens[at - 1].End)]) : null;
    }
}
