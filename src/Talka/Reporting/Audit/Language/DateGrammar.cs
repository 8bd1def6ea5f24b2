namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Dates and ranges of dates in running text, Latvian and English: see the table in the tests. Versions, times, amounts, phone numbers and
/// the numbers of laws are none.
/// </summary>
public static class DateGrammar
{
    // Longer lists are of other numbers.
    private const int MostDays = 16;

    /// <summary>Every date in a passage, in order.</summary>
    public static IReadOnlyList<DateReading> ReadAll(IReadOnlyList<Token> tokens)
    {
        var dates = new List<DateReading>();
        for (var at = 0; at < tokens.Count;)
        {
            if (Read(tokens, at) is { } date)
            {
                dates.Add(date);
                at = date.End;
            }
            else
            {
                at++;
            }
        }

        return dates;
    }

    /// <summary>The date or range that begins at a token; null when none does.</summary>
    public static DateReading? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (!CanBegin(tokens, at))
        {
            return null;
        }

        return Days(tokens, at) ?? Single(tokens, at);
    }

    private static bool CanBegin(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Kind == TokenKind.Word)
        {
            // “septembris 2020 – augusts 2021”
            return Months.Of(token) is not null && (token.IsCapitalised || (tokens.Peek(at + 1) is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } && tokens.Peek(at - 1).Kind != TokenKind.Digits && !tokens.Peek(at - 1).IsSign('.')));
        }

        if (token.Kind != TokenKind.Digits)
        {
            return false;
        }

        var before = tokens.Peek(at - 1);
        var glued = !token.SpaceBefore && at > 0;
        return !(glued && (before.Kind == TokenKind.Word || (before.Kind == TokenKind.Sign && before.Text[0] is '.' or '/' or ',' or '_' && tokens.Peek(at - 2).Kind == TokenKind.Digits)))
            && !IsNumberSign(tokens, at - 1);
    }

    // “Nr. 12.05.2023”, “versija 2.10.2022”, “§ 5”
    private static bool IsNumberSign(IReadOnlyList<Token> tokens, int at)
    {
        var before = tokens.Peek(at);
        if (before.IsSign('.') && tokens.Peek(at - 1).Is("nr", "no", "v", "ver"))
        {
            return true;
        }

        return before.Is("nr", "v", "versija", "versiju", "versijā", "version") || before.IsSign('§') || before.IsSign('#') || before.IsSign('+');
    }

    private static DateReading? Single(IReadOnlyList<Token> tokens, int at)
    {
        if (DateAtom.Read(tokens, at) is not { } from)
        {
            return null;
        }

        if (Connector(tokens, from.End) is { } second && Other(tokens, at, second, from) is { IsWhole: true } to)
        {
            var start = from.Date.Or(to.Date);
            if (from.Date.Year is null && to.Date.Year is { } last && DateAtom.YearBefore(tokens, second, out _) is not null && (start.Month, start.Day ?? 0).CompareTo((to.Date.Month, to.Date.Day ?? 0)) > 0)
            {
                start = start with { Year = last - 1 };
            }
            if (IsAnd(tokens.Peek(from.End)) && AfterEnd(tokens, from.End) is null)
            {
                if (DateAtom.YearBefore(tokens, second, out _) is not null)
                {
                    // “12. novembrī un 2021. gada 28. janvārī”: that year stands before its own date.
                    return new(at, from.End, from.Date, from.Date, from.Form);
                }

                // Two dates, of which the first may leave its year to the second.
                return to.Date.Day.HasValue && start.Day.HasValue ? new(at, from.End, start, start, from.Form) : new(at, from.End, from.Date, from.Date, from.Form);
            }

            var end = to.Date.Or(from.Date);
            if (to.Date.Year is null && start.Year is { } year && (end.Month, end.Day ?? 0).CompareTo((start.Month, start.Day ?? 0)) < 0)
            {
                end = end with { Year = year + 1 };
            }

            // “2023. gada 5. maijs – 2023. gads” or “5. maijs – 2024” is no range.
            if (end.Day.HasValue == start.Day.HasValue && end.Month.HasValue == start.Month.HasValue)
            {
                return new(at, to.End, start, end, from.Form is DateForm.Clear or DateForm.Doubtful ? to.Form : from.Form);
            }
        }

        return from.IsWhole ? new(at, from.End, from.Date, from.Date, from.Form) : null;
    }

    private static DateAtom? Other(IReadOnlyList<Token> tokens, int at, int second, DateAtom from) =>
        DateAtom.Read(tokens, second)
        // “2023. gada marts–aprīlis”
        ?? (from.Date is { Year: not null, Month: not null, Day: null } && tokens.Peek(second - 1).IsDash && Months.Of(tokens.Peek(second)) is { } last ? new DateAtom(second + 1, new(null, last, null), DateForm.Clear, IsWhole: true) : null)
        ?? (tokens.Peek(at).Kind == TokenKind.Word && !IsCountAfterDash(tokens, second) && from.Date is { Year: null, Month: { } month, Day: not null } ? DateAtom.SecondDay(tokens, second, month) : null);

    // “May 7 – 35 in all”
    private static bool IsCountAfterDash(IReadOnlyList<Token> tokens, int at) =>
        tokens.Peek(at - 1) is { IsDash: true, SpaceBefore: true } && tokens.Peek(at) is { Kind: TokenKind.Digits, SpaceBefore: true, Text: [>= '4', _] or ['3', >= '2'] };

    private static bool IsAnd(Token token) => token.Is("un", "and") || token.IsSign('&');

    // “5., 12. un 19. martā”, “28.–30.09.2023.”, “9 and 10 October 2023”, “2023. gada 1.–5. maijā”: days that share the month of the last.
    private static DateReading? Days(IReadOnlyList<Token> tokens, int at)
    {
        var year = DateAtom.YearBefore(tokens, at, out var start);
        start = tokens.Peek(start).Is("no") ? start + 1 : start;
        if (DateAtom.LoneDay(tokens, start) is not { } first || IsAfterDate(tokens, start))
        {
            return null;
        }

        var hasPoint = first.End > start + 1;
        var days = 1;
        for (var next = Connector(tokens, first.End) ?? Comma(tokens, first.End); next is { } day && days <= MostDays; days++)
        {
            var another = DateAtom.LoneDay(tokens, day);
            var comma = another is { } lone ? Comma(tokens, lone.End) : null;
            if (comma is null && DateAtom.Read(tokens, day) is { IsWhole: true, Date: { Day: not null, Month: not null } date } last)
            {
                if (!hasPoint && tokens.Peek(day + 1).IsSign('.') && (tokens.Peek(first.End).IsSign(',') || IsAnd(tokens.Peek(first.End))))
                {
                    return null; // “attiecīgi 31, 16. aprīlī 35”: the first is a number
                }

                var end = date with { Year = date.Year ?? year };
                return new(at, last.End, end with { Day = first.Day }, end, last.Form);
            }

            next = comma ?? (another is { } more ? Connector(tokens, more.End) : null);
        }

        return null;
    }

    // “12. martā – 31, 16. aprīlī – 35”: what a dash or a colon parts from a date is told of it.
    private static bool IsAfterDate(IReadOnlyList<Token> tokens, int at) =>
        ((tokens.Peek(at - 1).IsDash && tokens[at].SpaceBefore) || tokens.Peek(at - 1).IsSign(':')) && Months.Of(tokens.Peek(at - 2)) is not null && (tokens.Peek(at + 1).IsSign(',') || IsAnd(tokens.Peek(at + 1)));

    private static int? Connector(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Is("up") && tokens.Peek(at + 1).Is("to"))
        {
            return tokens.Peek(at + 2).Is("and") && tokens.Peek(at + 3).Is("including") ? at + 4 : at + 2; // “up to and including”
        }

        if (AfterEnd(tokens, at) is { } end)
        {
            return end;
        }

        // “2021-06-01 / 2023-05-31”
        if (token is { SpaceBefore: true } && token.IsSign('/') && tokens.Peek(at - 2).IsSign('-') && tokens.Peek(at + 1) is { SpaceBefore: true })
        {
            return at + 1;
        }

        return token.IsDash || token.Is("līdz", "until", "till", "to", "through") || IsAnd(token) ? at + 1 : null;
    }

    // “sākums 01.02.2022., beigas 31.12.2022.”, “began on 20 August 2021 and ended on 19 August 2022”
    private static int? AfterEnd(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens.Peek(at).IsSign(',') && !tokens.Peek(at).IsSign(';') && !IsAnd(tokens.Peek(at)))
        {
            return null;
        }

        var word = IsAnd(tokens.Peek(at + 1)) ? at + 2 : at + 1;
        return !tokens.Peek(word).Is("beigas", "beidzas", "beidzās", "noslēgums", "end", "ends", "ended") ? null
            : tokens.Peek(word + 1).Is("on") || tokens.Peek(word + 1).IsSign(':') || tokens.Peek(word + 1).IsDash ? word + 2 : word + 1;
    }

    private static int? Comma(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).IsSign(',') && tokens.Peek(at + 1).SpaceBefore ? at + 1 : null;
}
