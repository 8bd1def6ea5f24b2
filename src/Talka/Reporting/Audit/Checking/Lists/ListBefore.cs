using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

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
            var isNext = count > 0 && !tokens.AnyIn(last, at, token => !(token.IsSign(',') || token.IsSign('.') || token.IsAnd() || token.Is("on")));
            (count, first, last, at) = (isNext ? count + 1 : 1, isNext ? first : at, after, after - 1);
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

        return DateAtom.LoneDay(tokens, at) is { } day && tokens.Peek(at + 1).IsSign('.') && (tokens.Peek(day.End).IsSign(',')
            || tokens.Peek(day.End).IsAnd()) ? day.End : null;
    }

    private static ListBefore? Items(IReadOnlyList<Token> tokens, int start, int end)
    {
        var and = end - 1;
        while (and > start && end - and <= MostOfItem && !tokens[and].IsAnd() && IsOfItem(tokens[and]))
        {
            and--;
        }

        if (and <= start || !tokens[and].IsAnd() || KindOf(tokens, and + 1, end) is not { } kind)
        {
            return null;
        }

        var (count, before, first) = (1, tokens[and - 1].IsSign(',') ? and - 1 : and, and + 1);
        for (var isWhole = true; isWhole && before > start;)
        {
            var comma = before - 1;
            while (comma >= start && !tokens[comma].IsSign(',') && !tokens[comma].OpensList() && !tokens[comma].IsSign(';') && !tokens[comma].IsSign(')'))
            {
                comma--;
            }

            isWhole = KindOf(tokens, comma + 1, before) == kind;
            if (!isWhole && !EndsAs(tokens, comma + 1, before, kind))
            {
                break;
            }

            // What a sentence begins with may be more than the item.
            first = isWhole && (comma >= start || !EndsAs(tokens, start, before, kind)) ? comma + 1 : FirstOf(tokens, comma + 1, before, kind);
            count++;
            isWhole &= comma >= start && tokens[comma].IsSign(',');
            before = comma;
        }

        // What comes before the first item may tell by an “and” or a clause that the list is another.
        var isClear = !tokens.AnyIn(start, and, token => token.IsAnd() || (kind != ListedKind.Names && token.Is(ListWords.Clauses)));
        return count > 1 && isClear ? new(count, kind, kind == ListedKind.Names && ArePlaces(tokens, first, and, end), first, end) : null;
    }

    private static bool IsOfItem(Token token) => token.Kind == TokenKind.Word || token.Quoted || IsQuote(token);

    private static bool IsQuote(Token token) => token.Kind == TokenKind.Sign && token.Text[0] is '"' or '”' or '“' or '„' or '»' or '«';

    private static ListedKind? KindOf(IReadOnlyList<Token> tokens, int from, int end)
    {
        var first = from;
        while (first < end && (tokens[first].Is(ListWords.Prepositions) || tokens[first].Is("the", "a", "an")) && !(tokens[first].IsCapitalised
            && tokens.Peek(first + 1).IsCapitalised))
        {
            first++;
        }

        if (first >= end || tokens.AnyIn(first, end, token => !IsOfItem(token)))
        {
            return null;
        }

        return end - first == 1 && Months.Of(tokens[first]) is not null ? ListedKind.Months
            : tokens[first].Quoted ? IsQuote(tokens[end - 1]) ? ListedKind.Names : null
            : tokens[first].IsCapitalised ? end - first <= MostOfName ? ListedKind.Names : null
            : end - first <= MostOfWords && !tokens.AnyIn(first, end, token => token.Kind != TokenKind.Word || token.Is(ListWords.Clauses))
            ? ListedKind.Words : null;
    }

    // “Nodarbības notika Madonā”: the words before the first item end with it.
    private static bool EndsAs(IReadOnlyList<Token> tokens, int from, int end, ListedKind kind)
    {
        var last = tokens.Peek(end - 1);
        return end > from && kind switch
        {
            ListedKind.Months => Months.Of(last) is not null,
            ListedKind.Names => (last.IsCapitalised || last.Quoted || IsQuote(last)) && Months.Of(last) is null,
            _ => last is { Kind: TokenKind.Word, IsCapitalised: false } && !tokens.AnyIn(from, end, token => token.Is(ListWords.Clauses)),
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

    private static bool ArePlaces(IReadOnlyList<Token> tokens, int first, int and, int end) => tokens.Peek(first - 1).Is("in", "at")
        || tokens[first].Is("in", "at")
        || ((tokens[and - 1].IsSign(',') ? tokens[and - 2] : tokens[and - 1]).IsLocative() && tokens[end - 1].IsLocative());

    /// <summary>“Nora Kalna, Māris Bērziņš un Inga Liepa”: two words each.</summary>
    public bool ArePeople(IReadOnlyList<Token> tokens) => tokens[End - 1].IsCapitalised && tokens.Peek(End - 2).IsCapitalised && tokens[First].IsCapitalised
        && tokens.Peek(First + 1).IsCapitalised;

    public TiedList Tied(IReadOnlyList<Token> tokens) => new(Count, tokens.Cover(First, End), isCertain: true);
}
