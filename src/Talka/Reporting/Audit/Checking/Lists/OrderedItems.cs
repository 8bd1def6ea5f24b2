using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Items that are numbered by what stands before them, <c>a) …; b) …</c>, <c>(1) …, (2) …</c>, <c>firstly … secondly …</c>, <c>A – …</c> in lines below: the
/// last of them says how many there are.
/// </summary>
internal static class OrderedItems
{
    private const int MostBefore = 16;
    private const int MostTokens = 600;
    private const int MostLines = 30;
    private const int LeastOfStem = 4;

    private static readonly string[] Clauses = ["kuros", "kurās", "kurā", "kur", "lai", "jo", "kuru", "kuras", "kuri", "which", "that", "where", "who", "whose", "to", "because"];

    private static readonly string[][] Adverbs =
    [
        ["pirmkārt", "otrkārt", "treškārt", "ceturtkārt", "piektkārt", "sestkārt"],
        ["firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly"],
        ["first", "second", "third", "fourth", "fifth", "sixth"],
    ];

    /// <summary>Those after what was counted, in its own passage.</summary>
    /// <param name="from">Index of the token after it.</param>
    public static TiedList? Inside(IReadOnlyList<Token> tokens, int from)
    {
        var (style, count, first, last) = (-1, 0, from, from);
        for (var at = from; at < tokens.Count && at - from < MostTokens; at++)
        {
            if (count == 0 && tokens[at].Is(Clauses))
            {
                return null; // “4 semināri, kuros dalībnieki, pirmkārt, …”: of something else
            }

            if (Marker(tokens, at) is not var (kind, value) || (count > 0 && kind != style))
            {
                if (count == 0 && (at - from > MostBefore || tokens[at].Kind == TokenKind.Digits || NumberWords.Of(tokens[at]) is not null))
                {
                    return null;
                }

                continue;
            }

            if (value != count + 1)
            {
                return null; // counted anew, or out of turn
            }

            (style, count, first, last) = (kind, value, count == 0 ? at : first, at);
        }

        return count > 1 ? new(count, Span.Between(tokens[first].Start, tokens[last].End)) : null;
    }

    /// <summary>Those in the lines right below what was counted.</summary>
    /// <param name="noun">A line may be numbered by the very noun: <c>Stage 1: …</c></param>
    public static TiedList? Below(IReadOnlyList<Passage> passages, int intro, string noun)
    {
        var lines = new List<Span>();
        for (var at = intro + 1; at < passages.Count && at - intro <= MostLines && passages[at].Year == passages[intro].Year && passages[at].Block.Cell is null; at++)
        {
            if (LineNumber(passages[at].Tokens, noun) != lines.Count + 1)
            {
                break;
            }

            lines.Add(passages[at].Span);
        }

        return lines.Count > 1 ? new(lines.Count, lines.Count, lines) : null;
    }

    private static int? LineNumber(IReadOnlyList<Token> tokens, string noun)
    {
        var at = tokens.SkipSigns(0, '-', '–', '•', '*', '(');
        var (sign, after) = (tokens.Peek(at), tokens.Peek(at + 1));
        if (sign is { Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z' or >= 'a' and <= 'z'] } && (after.IsDash || after.IsSign(')') || after.IsSign('.') || after.IsSign(':')))
        {
            return char.ToUpperInvariant(sign.Text[0]) - 'A' + 1;
        }

        // “Stage 1:”, “1. posms –”
        return IsForm(sign, noun) && after.Kind == TokenKind.Digits ? (int?)CountGrammar.Number(tokens, at + 1)?.Value
            : sign is { Kind: TokenKind.Digits, Text.Length: <= 2 } && after.IsSign('.')
                && IsForm(tokens.Peek(at + 2), noun) ? int.Parse(sign.Text, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsForm(Token word, string noun) => word.Kind == TokenKind.Word && noun.Length >= LeastOfStem && word.Text.Length >= LeastOfStem
        && word.StartsWith(noun[..Math.Max(LeastOfStem, noun.Length - 2)]);

    private static (int Style, int Value)? Marker(IReadOnlyList<Token> tokens, int at)
    {
        var (token, after) = (tokens[at], tokens.Peek(at + 1));
        if (token.Quoted)
        {
            return null;
        }

        if (after.IsSign(')') && !after.SpaceBefore && token is { Kind: TokenKind.Word, Text: [>= 'a' and <= 'z'] })
        {
            return (0, token.Text[0] - 'a' + 1);
        }

        // A number after a closed word, as in “Riga (2)”, numbers nothing.
        if (after.IsSign(')') && !after.SpaceBefore && token is { Kind: TokenKind.Digits, Text.Length: <= 2 } && IsBeforeMarker(tokens, at))
        {
            return (1, int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture));
        }

        for (var style = 0; style < Adverbs.Length; style++)
        {
            if (Array.FindIndex(Adverbs[style], word => token.Is(word)) is >= 0 and var index && (style < 2 || after.IsSign(',')))
            {
                return (style + 2, index + 1);
            }
        }

        return null;
    }

    private static bool IsBeforeMarker(IReadOnlyList<Token> tokens, int at)
    {
        var before = tokens.Peek(at - 1).IsSign('(') ? at - 2 : at - 1;
        return tokens.Peek(before).IsSign(':') || tokens.Peek(before).IsSign(',') || tokens.Peek(before).IsSign(';') || tokens.Peek(before).IsDash
            || tokens.Peek(before).IsSign('.')
            || tokens.Peek(before).Is("un", "and");
    }
}
