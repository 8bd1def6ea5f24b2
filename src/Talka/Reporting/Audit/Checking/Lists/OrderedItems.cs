using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Items that are numbered by what stands before them, <c>a) …; b) …</c>, <c>(1) …, (2) …</c>, <c>firstly … secondly …</c>, <c>A – …</c> in lines
/// below, or told in
/// sentences one after the other, <c>The first was in Tartu.</c>: the last of them says how many there are.
/// </summary>
internal static class OrderedItems
{
    private const int MostBefore = 16;
    private const int MostBeforeSentence = 24;
    private const int MostOfClosing = 6;
    private const int MostTokens = 600;
    private const int MostLines = 30;

    private static readonly string[][] Adverbs =
    [
        ["pirmkārt", "otrkārt", "treškārt", "ceturtkārt", "piektkārt", "sestkārt"],
        ["firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly"],
    ];

    private static readonly string[] English = ["first", "second", "third", "fourth", "fifth", "sixth"];
    private static readonly Stems[] Latvian = [["pirm"], ["otr"], ["treš"], ["ceturt"], ["piekt"], ["sest"]];

    // What a sentence about one of them goes on with.
    private static readonly string[] GoesOn = ["was", "is", "took", "came", "went", "ran", "dealt", "covered", "one", "bija", "ir", "notika", "tika",
        "risinājās",
        "veltīta", "veltīts"];

    private static readonly string[] None = ["none", "nothing", "nebija", "nav", "nenotika", "netika"];
    private static readonly Stems Others = ["other", "else", "further", "more", "cit", "vairāk"];

    /// <summary>Those after what was counted, in its own passage.</summary>
    /// <param name="from">Index of the token after it.</param>
    public static TiedList? Inside(IReadOnlyList<Token> tokens, int from)
    {
        var (style, count, first, last) = (-1, 0, from, from);
        for (var at = from; at < tokens.Count && at - from < MostTokens; at++)
        {
            if (Marker(tokens, at) is var (kind, value) && (count == 0 || kind == style))
            {
                if (value != count + 1)
                {
                    return null; // counted anew, or out of turn
                }

                (style, count, first, last) = (kind, value, count == 0 ? at : first, at);
            }
            else if (count == 0 && (at - from > MostBefore || tokens[at].IsNumber() || tokens[at].Is(ListWords.Clauses) || tokens[at].Is("to")))
            {
                return null; // “4 semināri, kuros dalībnieki, pirmkārt, …”: of something else
            }
        }

        return count > 1 ? new(count, tokens.Cover(first, last + 1), isCertain: true) : null;
    }

    private static (int Style, int Value)? Marker(IReadOnlyList<Token> tokens, int at)
    {
        var (token, after) = (tokens[at], tokens.Peek(at + 1));
        if (token.Quoted)
        {
            return null;
        }

        // A number after a closed word, as in “Riga (2)”, numbers nothing.
        if (after.IsSign(')') && !after.SpaceBefore && (IsLetter(token) || (IsShort(token)
            && IsBeforeMarker(tokens.Peek(tokens.Peek(at - 1).IsSign('(') ? at - 2 : at - 1)))))
        {
            return token.Kind == TokenKind.Digits ? (1, Value(token)) : char.IsLower(token.Text[0]) ? (0, Value(token)) : null;
        }

        for (var style = 0; style < Adverbs.Length; style++)
        {
            if (Array.FindIndex(Adverbs[style], word => token.Is(word)) is >= 0 and var index)
            {
                return (style + 2, index + 1);
            }
        }

        return after.IsSign(',') && Array.FindIndex(English, word => token.Is(word)) is >= 0 and var ordinal ? (4, ordinal + 1) : null;
    }

    private static bool IsLetter(Token token) => token is { Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z' or >= 'a' and <= 'z'] };

    private static bool IsShort(Token token) => token is { Kind: TokenKind.Digits, Text.Length: <= 2 };

    private static int Value(Token token) => token.Kind == TokenKind.Digits ? int.Parse(token.Text, CultureInfo.InvariantCulture)
        : char.ToUpperInvariant(token.Text[0]) - 'A' + 1;

    private static bool IsBeforeMarker(Token token) => token.IsSign(':') || token.IsSign(',') || token.IsSign(';') || token.IsDash
        || token.IsSign('.') || token.IsAnd();

    /// <summary>Those whose numbers go on with that of the line that announces them, and which are names: <c>3.2. Izdoti divi materiāli:</c>, <c>3.2.1. "Soli pa solim";</c></summary>
    public static TiedList? Nested(StatedCount stated)
    {
        var own = Numbers(stated.Tokens);
        if (own.Count == 0 || stated.IsOfPeople || !stated.Tokens[^1].IsSign(':') || !(Announcement.EndsWith(stated) || Announcement.IsOfDone(stated)))
        {
            return null;
        }

        var nested = stated.Passages.Skip(stated.At + 1).Take(MostLines)
            .TakeWhile((line, index) => line.Block.Cell is null && Numbers(line.Tokens) is var numbers && numbers.SequenceEqual([.. own, index + 1])).ToList();
        return nested.Count > 1 && nested.TrueForAll(line => line.Tokens.Peek(2 * (own.Count + 1)) is { Quoted: true } or { IsCapitalised: true }) ? new(nested) : null;
    }

    /// <summary>Those in the lines right below what was counted.</summary>
    /// <param name="noun">A line may be numbered by the very noun: <c>Stage 1: …</c></param>
    public static TiedList? Below(IReadOnlyList<Passage> passages, int intro, string noun)
    {
        var lines = passages.Skip(intro + 1).Take(MostLines)
            .TakeWhile((line, index) => line.Year == passages[intro].Year && line.Block.Cell is null && LineNumber(line.Tokens, noun) == index + 1).ToList();
        // With tables or texts between them they are headings, and the next one stands further down.
        var goesOn = passages.Skip(intro + 1 + lines.Count).Take(MostLines).Any(line => line.Block.Cell is null && LineNumber(line.Tokens, noun) == lines.Count + 1);
        return lines.Count > 1 && !goesOn ? new(lines) : null;
    }

    // The numbers that a line begins with: “3.2.1. ” of “3.2. ”.
    private static List<int> Numbers(IReadOnlyList<Token> tokens)
    {
        var numbers = new List<int>();
        for (var at = 0; IsShort(tokens.Peek(at)) && !(at > 0 && tokens[at].SpaceBefore) && tokens.Peek(at + 1) is { SpaceBefore: false } point && point.IsSign('.'); at += 2)
        {
            numbers.Add(Value(tokens[at]));
        }

        return numbers;
    }

    private static int? LineNumber(IReadOnlyList<Token> tokens, string noun)
    {
        var at = tokens.SkipSigns(0, '-', '–', '•', '*', '(');
        var (sign, after) = (tokens.Peek(at), tokens.Peek(at + 1));
        // “Stage 1:”, “1. posms –”
        return IsLetter(sign) && (after.IsDash || after.IsSign(')') || after.IsSign('.') || after.IsSign(':')) ? Value(sign)
            : sign.IsFormOf(noun) && IsShort(after) ? Value(after)
            : IsShort(sign) && after.IsSign('.') && tokens.Peek(at + 2).IsFormOf(noun) ? Value(sign) : null;
    }

    /// <summary>Those told in sentences behind: as many, where the text says that there were no others; else at least so many.</summary>
    public static TiedList? InSentences(IReadOnlyList<Token> tokens, int end, string noun)
    {
        var (told, first, last, isClosed) = (0, end, end, false);
        for (var at = tokens.SentenceEnd(end, MostBeforeSentence) + 1;
            at < tokens.Count && at - end < (told == 0 ? MostBeforeSentence : MostTokens);
            at = tokens.SentenceEnd(at, MostTokens) + 1)
        {
            if (Ordinal(tokens, at, noun) is { } ordinal)
            {
                if (ordinal != told + 1)
                {
                    return null;
                }

                (told, first, last) = (ordinal, told == 0 ? at : first, at);
            }
            else if (told == 0)
            {
                return null; // The first is told of right behind.
            }

            else
            {
                isClosed |= SaysNoOthers(tokens, at, tokens.SentenceEnd(at, MostTokens));
            }
        }

        return told > 1 ? new(told, isClosed ? told : int.MaxValue, [tokens.Cover(first, last + 1)], IsCertain: true) : null;
    }

    // “There were no others.”, “Citu nebija.”; “klausītāji bija arī no citiem novadiem” tells of something else.
    private static bool SaysNoOthers(IReadOnlyList<Token> tokens, int at, int stop) => stop - at <= MostOfClosing && tokens.AnyIn(at, stop, token => token.StartsWith(Others))
        && (tokens.AnyIn(at, stop, token => token.Is(None)) || Enumerable.Range(at, stop - at).Any(no => tokens[no].Is("no") && tokens.Peek(no + 1).Is("other", "others", "more", "further")));

    private static int? Ordinal(IReadOnlyList<Token> tokens, int at, string noun)
    {
        var word = tokens[at].Is("the") ? at + 1 : at;
        var index = word > at ? Array.FindIndex(English, one => tokens.Peek(word).Is(one)) : Array.FindIndex(Latvian, stems => tokens[at].StartsWith(stems));
        var next = tokens.Peek(word + 1);
        return index >= 0 && (next.Is(GoesOn) || next.IsDash || next.IsSign(',') || next.IsFormOf(noun) || IsVerbAfter(tokens[word], next)) ? index + 1 : null;
    }

    // “Otrais veda”, “The second lasted”: no noun that the ordinal could belong to.
    private static bool IsVerbAfter(Token ordinal, Token next) => next is { Kind: TokenKind.Word, IsCapitalised: false, Text.Length: > 3 }
        && (ordinal.EndsWith("ais") ? next.EndsWith("a", "ās") : !ordinal.EndsWith("ā", "o") && next.EndsWith("ed"));
}
