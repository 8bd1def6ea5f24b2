using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// The days or months that follow what was counted, one for each: <c>on 9 March, 13 April and 8 June 2023</c>, <c>: in March, June and
/// September</c>.
/// </summary>
internal static class DaysListed
{
    private const int MostWordsBefore = 6;
    private const int MostWordsBeforeMonths = 8;
    private const int MostPlaces = 3;
    private const int MostOfBracket = 12;
    private const int MostDates = 30;
    private const int MostDays = 10;
    private const int MostTokens = 120;
    private const int LeastMonths = 3;

    /// <summary>Those of events or publications, or of what is listed with its day; null where something else is told too.</summary>
    public static TiedList? Of(StatedCount stated) => stated.Fact.CountsPeople ? null : After(stated.Tokens, stated.Fact.End)
        ?? EachWithDay(stated.Tokens, stated.Sign())
        ?? (stated.IsOfEvents && OfMonths(stated.Tokens, stated.Fact.End) is { } months && stated.Fact.Count <= months.Most + 1 ? months : null);

    /// <summary>The days that begin after a counted noun; several joined by a dash are one. Null when none do, or there may be more.</summary>
    public static TiedList? After(IReadOnlyList<Token> tokens, int end)
    {
        if (Start(tokens, end) is not { } start)
        {
            return null;
        }

        var bracket = tokens.Peek(start - 1).IsSign('(');
        var isInserted = tokens.Peek(start - 1).IsSign(',') || (tokens.Peek(start - 1).Is("on") && tokens.Peek(start - 2).IsSign(','));
        var at = start;
        for (var count = 1; count <= MostDates && AfterDate(tokens, at) is { } after; count++)
        {
            at = AfterPlace(tokens, after);
            var separator = tokens.Peek(at);
            var isLast = separator.IsSign(';') && count > 1 && AfterDate(tokens, at + 1) is null;
            if (!isLast && (separator.IsSign(',') || separator.IsSign(';') || separator.IsAnd()))
            {
                var next = AfterLink(tokens, at + 1);
                if (AfterDate(tokens, next) is null && separator.IsSign(',') && isInserted && count > 1)
                {
                    return new(count, tokens.Cover(start, at)); // “three meetings, on 12 March and 9 April, were held”
                }

                at = next;
                continue;
            }

            return count > 1 && (isLast || (bracket ? separator.IsSign(')') : FullSentences.IsOver(tokens, at))) ? new(count, tokens.Cover(start, at)) : null;
        }

        return null;
    }

    // “… un 19. martā”, “…, kā arī 1. jūnijā”
    private static int AfterLink(IReadOnlyList<Token> tokens, int at)
    {
        at = tokens.Peek(at).Is("kā") && tokens.Peek(at + 1).Is("arī") ? at + 2 : tokens.Peek(at).Is("as") && tokens.Peek(at + 1).Is("well") ? at + 3 : at;
        at = tokens.Peek(at).IsAnd() ? at + 1 : at;
        return tokens.Peek(at).Is("on", "in") ? at + 1 : at;
    }

    // Right after the noun, or after a verb, a place and a sign.
    private static int? Start(IReadOnlyList<Token> tokens, int end)
    {
        var at = end;
        while (at < end + MostWordsBefore && tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word
            && !word.Is("no", "from", "līdz", "until", "kopš", "since", "between", "starp"))
        {
            at++;
        }

        at += tokens.Peek(at).OpensList() || tokens.Peek(at).IsSign(',') ? 1 : 0;
        at += tokens.Peek(at).Is("on") ? 1 : 0;
        return tokens.Peek(at).Kind == TokenKind.Digits && AfterDate(tokens, at) is not null ? at : null;
    }

    // “5.”, “19–20 March”, “2022. gada 20. aprīlī”, “12.03.2022.”
    private static int? AfterDate(IReadOnlyList<Token> tokens, int at, int depth = 0)
    {
        var isWhole = DateAtom.Read(tokens, at) is { IsWhole: true, Date.Day: not null };
        if (depth > MostDays || (isWhole ? DateAtom.Read(tokens, at)?.End : DateAtom.LoneDay(tokens, at)?.End) is not { } end)
        {
            return null;
        }

        var next = tokens.Peek(end);
        return next.IsDash ? AfterDate(tokens, end + 1, depth + 1)
            : isWhole || ((next.IsSign(',') || next.IsAnd()) && AfterDate(tokens, end + (tokens.Peek(end + 1).IsAnd() ? 2 : 1), depth + 1) is not null)
                ? end : null;
    }

    // “Bērzupē”, “(70 volunteers)”
    private static int AfterPlace(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at - 1).IsSign('.') && tokens.Peek(at).IsCapitalised && !tokens[at].IsLocative())
        {
            return at; // “… un 10.10.2020. Salabotas …”: another sentence
        }

        for (var words = 0; words < MostPlaces && (tokens.Peek(at).IsCapitalised || tokens.Peek(at).Is("in", "at")) && !tokens.Peek(at).Quoted
            && Months.Of(tokens.Peek(at)) is null; words++)
        {
            at++;
        }

        var close = tokens.Peek(at).IsSign('(') ? Enumerable.Range(at, MostOfBracket).FirstOrDefault(end => tokens.Peek(end).IsSign(')'), -1) : -1;
        return close < 0 ? at : close + 1;
    }

    // “: par bitēm 5. maijā, par zivīm 6. jūnijā un par kokiem 7. jūlijā”: each of them ends with its day.
    private static TiedList? EachWithDay(IReadOnlyList<Token> tokens, int colon)
    {
        var (count, end) = (0, colon + 1);
        for (var at = colon + 1; tokens.Peek(colon).IsSign(':') && at < tokens.Count && at - colon < MostTokens && !FullSentences.IsEnd(tokens, at - 1)
            && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (DateGrammar.Read(tokens, at) is { } date)
            {
                if (date is not { IsRange: false, From.Day: not null } || !(FullSentences.IsOver(tokens, date.End) || tokens[date.End].IsSign(',')
                    || tokens[date.End].IsAnd()))
                {
                    return null;
                }

                (count, end, at) = (count + 1, date.End, date.End - 1);
            }
            else if (tokens[at].IsNumber() || tokens[at].IsSign(';') || tokens[at].IsSign(':') || tokens[at].IsSign('('))
            {
                return null;
            }
        }

        return count > 1 && FullSentences.IsOver(tokens, end) ? new(count, tokens.Cover(colon + 1, end)) : null;
    }

    /// <summary>Places that each have a day of their own behind them: <c>5 skolās: Krāslavā (18.04.2023.), Līvānos (25.04.2023.) un Preiļos (03.05.2023.)</c>. Null where there are as many as are
    /// stated or more, since in one town there may be two.</summary>
    public static TiedList? InPlaces(StatedCount stated)
    {
        var (tokens, colon, places) = (stated.Tokens, stated.Sign(), 0);
        for (var at = colon + 1; tokens.Peek(colon).IsSign(':'); at++)
        {
            var name = at;
            at = tokens.AfterWords(at, MostPlaces);
            if (at == name || !tokens[name].IsCapitalised || !tokens.Peek(at).IsSign('(') || DateGrammar.Read(tokens, at + 1) is not { IsRange: false, From.Day: not null } date || !tokens.Peek(date.End).IsSign(')'))
            {
                return null;
            }

            (places, at) = (places + 1, date.End + 1);
            if (FullSentences.IsOver(tokens, at))
            {
                return places >= LeastMonths && places < stated.Fact.Count ? new(places, tokens.Cover(colon + 1, at), isCertain: true) : null;
            }

            if (!tokens[at].IsSign(',') && !tokens[at].IsAnd())
            {
                return null;
            }
        }

        return null;
    }

    // After a colon nothing but months; null where one comes again.
    private static TiedList? OfMonths(IReadOnlyList<Token> tokens, int end)
    {
        var colon = tokens.AfterWords(end, MostWordsBeforeMonths);
        if (!tokens.Peek(colon).IsSign(':'))
        {
            return null;
        }

        // “2021. gada martā, …”, “in March, …”
        var at = tokens.Peek(colon + 1).Is("in") ? colon + 2 : colon + 1;
        at = tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: 4 } && tokens.SkipSigns(at + 1, '.') is var noun
            && tokens.Peek(noun).Is("gada") ? noun + 1 : at;
        var months = new HashSet<int>();
        while (Months.Of(tokens.Peek(at)) is { } month && months.Add(month))
        {
            at++;
            if (FullSentences.IsOver(tokens, at))
            {
                return months.Count >= LeastMonths ? new(months.Count, tokens.Cover(colon + 1, at)) : null;
            }

            at = tokens.Peek(at).IsSign(',') || tokens[at].IsAnd() ? AfterLink(tokens, tokens[at].IsSign(',') ? at + 1 : at) : tokens.Count;
        }

        return null;
    }
}
