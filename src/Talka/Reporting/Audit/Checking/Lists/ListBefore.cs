using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

internal enum ListedKind { Days, Months, Names, Words }

/// <summary>A list read from its end: <c>… Madonā, Gulbenē un Balvos</c>, <c>… on 4 March, 17 June and 30 September</c>.</summary>
/// <param name="First">Index of the first token of its first item, as far as it is known.</param>
/// <param name="IsPlaced">Its items tell where something was.</param>
internal sealed record ListBefore(int Count, ListedKind Kind, bool IsPlaced, int First, int End)
{
    private const int MostOfItem = 6;
    private const int MostOfName = 4;
    private const int MostOfWords = 3;
    private const int MostTokens = 90;

    private static readonly string[] Prepositions = ["in", "at", "along", "from", "with", "to", "of", "for", "on", "by", "no", "ar", "uz", "pie", "par", "the", "a", "an"];
    private static readonly string[] Relative = ["kas", "kur", "kurā", "kurās", "kuros", "kuri", "kuras", "kuru", "ka", "lai", "which", "who", "that", "where", "when",
        "kad", "whose"];
    private static readonly string[] Locative = ["ā", "ē", "ī", "ū", "os", "ās", "ēs", "īs", "ūs"];

    /// <summary>The list whose last item ends right before a token; null where none does for certain.</summary>
    public static ListBefore? Read(IReadOnlyList<Token> tokens, int end)
    {
        var start = end;
        while (start > 0 && end - start < MostTokens && !FullSentences.IsEnd(tokens, start - 1))
        {
            start--;
        }

        return Days(tokens, start, tokens.SkipSigns(end, '.')) ?? Items(tokens, start, end);
    }

    private static ListBefore? Days(IReadOnlyList<Token> tokens, int start, int end)
    {
        var (count, first, last) = (0, end, end);
        for (var at = start; at < end; at++)
        {
            if (Day(tokens, at) is not { } after || after > end)
            {
                continue;
            }

            // Between two days of one list nothing else stands.
            var isNext = count > 0 && Enumerable.Range(last, at - last).All(between => tokens[between].IsSign(',') || tokens[between].IsSign('.')
                || tokens[between].Is("un", "and", "on"));
            (count, first) = isNext ? (count + 1, first) : (1, at);
            last = after;
            at = after - 1;
        }

        return count > 1 && tokens.SkipSigns(last, '.') >= end ? new(count, ListedKind.Days, IsPlaced: false, first, last) : null;
    }

    // “4 March”, “12.03.2022.”, “11.”, where the month is told with the last of them
    private static int? Day(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Digits && DateAtom.Read(tokens, at) is { IsWhole: true, Date.Day: not null } date)
        {
            return tokens.Peek(date.End).IsDash ? null : date.End;
        }

        return DateAtom.LoneDay(tokens, at) is { } day && tokens.Peek(at + 1).IsSign('.') && (tokens.Peek(day.End).IsSign(',') || tokens.Peek(day.End).Is("un", "and"))
            ? day.End : null;
    }

    private static ListBefore? Items(IReadOnlyList<Token> tokens, int start, int end)
    {
        var and = end - 1;
        while (and > start && end - and <= MostOfItem && !tokens[and].Is("un", "and") && IsOfItem(tokens[and]))
        {
            and--;
        }

        if (and <= start || !tokens[and].Is("un", "and") || KindOf(tokens, and + 1, end) is not { } kind)
        {
            return null;
        }

        var (count, before, first) = (1, tokens[and - 1].IsSign(',') ? and - 1 : and, and + 1);
        while (before > start)
        {
            var comma = before - 1;
            while (comma >= start && !tokens[comma].IsSign(',') && !IsBreak(tokens[comma]))
            {
                comma--;
            }

            var isWhole = KindOf(tokens, comma + 1, before) == kind;
            if (!isWhole && !EndsAs(tokens, comma + 1, before, kind))
            {
                break;
            }

            // What a sentence begins with may be more than the item.
            (count, first) = (count + 1, isWhole && !(comma < start && EndsAs(tokens, start, before, kind)) ? comma + 1 : FirstOf(tokens, comma + 1, before, kind));
            if (!isWhole || comma < start || !tokens[comma].IsSign(','))
            {
                break;
            }

            before = comma;
        }

        // What comes before the first item may tell by an “and” or a clause that the list is another.
        var isClear = Enumerable.Range(start, and - start).All(at => !tokens[at].Is("un", "and") && (kind == ListedKind.Names || !tokens[at].Is(Relative)));
        return count > 1 && isClear ? new(count, kind, kind == ListedKind.Names && ArePlaces(tokens, first, and, end), first, end) : null;
    }

    private static bool IsOfItem(Token token) => token.Kind == TokenKind.Word || token.Quoted || IsQuote(token);

    private static bool IsQuote(Token token) => token.Kind == TokenKind.Sign && token.Text[0] is '"' or '”' or '“' or '„' or '»' or '«';

    private static bool IsBreak(Token token) => token.IsSign(':') || token.IsSign(';') || token.IsSign('(') || token.IsSign(')') || token is { IsDash: true, SpaceBefore: true };

    private static ListedKind? KindOf(IReadOnlyList<Token> tokens, int from, int end)
    {
        var first = AfterPrepositions(tokens, from, end);
        if (first >= end || Enumerable.Range(first, end - first).Any(at => !IsOfItem(tokens[at])))
        {
            return null;
        }

        return end - first == 1 && Months.Of(tokens[first]) is not null ? ListedKind.Months
            : tokens[first].IsCapitalised && !tokens[first].Quoted ? end - first <= MostOfName ? ListedKind.Names : null
            : tokens[first].Quoted ? IsQuote(tokens[end - 1]) ? ListedKind.Names : null
            : end - first <= MostOfWords && Enumerable.Range(first, end - first).All(at => tokens[at].Kind == TokenKind.Word && !tokens[at].Is(Relative)) ? ListedKind.Words
            : null;
    }

    private static int AfterPrepositions(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (first < end && tokens[first].Is(Prepositions) && !(tokens[first].IsCapitalised && tokens.Peek(first + 1).IsCapitalised))
        {
            first++;
        }

        return first;
    }

    // “Nodarbības notika Madonā”: the words before the first item end with it.
    private static bool EndsAs(IReadOnlyList<Token> tokens, int from, int end, ListedKind kind)
    {
        var last = tokens.Peek(end - 1);
        return end > from && kind switch
        {
            ListedKind.Months => Months.Of(last) is not null,
            ListedKind.Names => (last.IsCapitalised || last.Quoted || IsQuote(last)) && Months.Of(last) is null,
            _ => last is { Kind: TokenKind.Word, IsCapitalised: false } && !Enumerable.Range(from, end - from).Any(at => tokens[at].Is(Relative)),
        };
    }

    private static int FirstOf(IReadOnlyList<Token> tokens, int from, int end, ListedKind kind)
    {
        var first = end - 1;
        while (first > from && kind == ListedKind.Names && (tokens[first - 1].IsCapitalised || tokens[first - 1].Quoted || tokens[first - 1].Is("the")))
        {
            first--;
        }

        return first;
    }

    private static bool ArePlaces(IReadOnlyList<Token> tokens, int first, int and, int end) => tokens.Peek(first - 1).Is("in", "at") || tokens[first].Is("in", "at")
        || (IsLocative(tokens[and - 1].IsSign(',') ? tokens[and - 2] : tokens[and - 1]) && IsLocative(tokens[end - 1]));

    /// <summary>By its ending a Latvian locative.</summary>
    public static bool IsLocative(Token word) => word is { Kind: TokenKind.Word, Quoted: false }
        && Array.Exists(Locative, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
