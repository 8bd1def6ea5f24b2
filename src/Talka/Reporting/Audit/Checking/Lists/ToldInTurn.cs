using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Sentences that tell of each of what was counted in turn: <c>Three festivals … The first was in Tartu. The second was in Kaunas. There were no others.</c></summary>
internal static class ToldInTurn
{
    private const int LeastOfStem = 4;
    private const int MostBefore = 24;
    private const int MostTokens = 400;

    private static readonly string[] English = ["first", "second", "third", "fourth", "fifth", "sixth"];
    private static readonly Stems[] Latvian = [["pirm"], ["otr"], ["treš"], ["ceturt"], ["piekt"], ["sest"]];

    // What a sentence about one of them goes on with.
    private static readonly string[] GoesOn = ["was", "is", "took", "came", "went", "ran", "dealt", "covered", "one", "bija", "ir", "notika", "tika", "risinājās",
        "veltīta", "veltīts"];

    private static readonly string[] None = ["no", "none", "not", "nothing", "nebija", "nav", "nenotika", "netika"];
    private static readonly Stems Others = ["other", "else", "further", "more", "cit", "vairāk"];

    /// <summary>How many were told of: as many, where the text says that there were no others; else at least so many.</summary>
    public static TiedList? After(IReadOnlyList<Token> tokens, int end, string noun)
    {
        var (told, span, isClosed) = (0, default(Span), false);
        for (var at = end; at < tokens.Count && at - end < (told == 0 ? MostBefore : MostTokens); at++)
        {
            if (!FullSentences.IsEnd(tokens, at - 1))
            {
                continue;
            }

            if (Ordinal(tokens, at, noun) is { } ordinal)
            {
                if (ordinal != told + 1)
                {
                    return null;
                }

                (told, span) = (ordinal, Span.Between(told == 0 ? tokens[at].Start : span.Start, tokens[at].End));
            }
            else if (told > 1)
            {
                isClosed |= SaysNoOthers(tokens, at);
            }
            else if (told == 0)
            {
                return null; // The first is told of right behind.
            }
        }

        return told > 1 ? new(told, isClosed ? told : int.MaxValue, [span]) : null;
    }

    private static int? Ordinal(IReadOnlyList<Token> tokens, int at, string noun)
    {
        var word = tokens[at].Is("the") ? at + 1 : at;
        var index = word > at ? Array.FindIndex(English, one => tokens.Peek(word).Is(one)) : Array.FindIndex(Latvian, stems => tokens[at].StartsWith(stems));
        var next = tokens.Peek(word + 1);
        return index >= 0 && (next.Is(GoesOn) || next.IsDash || next.IsSign(',') || IsForm(next, noun) || IsVerbAfter(tokens[word], next)) ? index + 1 : null;
    }

    // “Otrais veda”, “The second lasted”: no noun that the ordinal could belong to.
    private static bool IsVerbAfter(Token ordinal, Token next) => next is { Kind: TokenKind.Word, IsCapitalised: false, Text.Length: > 3 }
        && (ordinal.Text.EndsWith("ais", StringComparison.Ordinal) ? next.Text[^1] == 'a' || next.Text.EndsWith("ās", StringComparison.Ordinal)
            : ordinal.Text[^1] is not ('ā' or 'o') && next.Text.EndsWith("ed", StringComparison.Ordinal));

    private static bool IsForm(Token word, string noun) => noun.Length > LeastOfStem && word.StartsWith(noun[..Math.Max(LeastOfStem, noun.Length - 2)]);

    private static bool SaysNoOthers(IReadOnlyList<Token> tokens, int at)
    {
        var (others, none) = (false, false);
        for (; at < tokens.Count && !FullSentences.IsEnd(tokens, at); at++)
        {
            others |= tokens[at].StartsWith(Others);
            none |= tokens[at].Is(None);
        }

        return others && none;
    }
}
