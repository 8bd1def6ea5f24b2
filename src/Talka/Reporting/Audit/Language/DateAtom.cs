using System.Globalization;

namespace Talka.Reporting.Audit.Language;

/// <summary>One end of a range, or a date that is none.</summary>
/// <param name="End">Index of the token after its last.</param>
/// <param name="IsWhole">It can stand alone; else it needs what follows a dash (“28.09. – 02.10.2023.”).</param>
internal sealed record DateAtom(int End, PartialDate Date, DateForm Form, bool IsWhole)
{
    // Further off, a slip of the finger is less likely than a number that is no date at all.
    private const int MostDay = 39;
    private const int MostMonth = 19;

    public static DateAtom? Read(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Kind == TokenKind.Word
        ? MonthFirst(tokens, at)
        : Numeric(tokens, at) ?? YearFirst(tokens, at) ?? DayFirst(tokens, at) ?? Pair(tokens, at);

    /// <summary>A day's number alone: <c>5.</c>, <c>9th</c>, <c>9</c>.</summary>
    public static (int Day, int End)? LoneDay(IReadOnlyList<Token> tokens, int at)
    {
        if (Number(tokens.Peek(at), 1, 2) is not (>= 1 and <= MostDay and var day))
        {
            return null;
        }

        var end = at + 1;
        return (day, Glued(tokens, end, '.') || IsSuffix(tokens.Peek(end)) ? end + 1 : end);
    }

    /// <summary>The year of “2023. gada …”, and where it ends; null, and where it would begin.</summary>
    public static int? YearBefore(IReadOnlyList<Token> tokens, int at, out int end)
    {
        end = at;
        if (Year(tokens.Peek(at)) is not { } year || AfterYearWord(tokens, at + 1) is not { } after)
        {
            return null;
        }

        end = after;
        return year;
    }

    // 09.02.2022. · 9. 2. 2022 · 09.02.22. · 2022-02-09 · 2022.02.09. · 9/2/2022 · 9-2-2022
    private static DateAtom? Numeric(IReadOnlyList<Token> tokens, int at)
    {
        var sign = tokens.Peek(at + 1);
        if (sign.Kind != TokenKind.Sign || (sign.SpaceBefore && !IsSpaced(tokens, at)) || sign.Text[0] is not ('.' or '-' or '/') || !Glued(tokens, at + 3, sign.Text[0])
            || (sign.Text[0] != '.' && (tokens.Peek(at + 2).SpaceBefore || tokens.Peek(at + 4).SpaceBefore)))
        {
            return null;
        }

        var (a, b, c) = (tokens.Peek(at), tokens.Peek(at + 2), tokens.Peek(at + 4));
        if (sign.Text[0] == '.' && c.SpaceBefore && Year(c) is not null && YearFirst(tokens, at + 4) is { Date.Month: not null })
        {
            return null; // “2.5. 2021. gada jūnijā …”: a paragraph's number
        }

        var end = at + 5;
        if (!c.SpaceBefore || sign.Text[0] == '.')
        {
            if (Year(a) is { } early && Number(b, 2, 2) is <= MostMonth and var m && Number(c, 2, 2) is <= MostDay and var d)
            {
                return Finish(tokens, end, sign.Text[0], new(early, m, d), DateForm.Clear);
            }

            if (Number(a, 1, 2) is <= MostDay and var day && Number(b, 1, 2) is <= MostDay and var month)
            {
                return Year(c) is { } year ? Finish(tokens, end, sign.Text[0], new(year, month, day), Order(sign.Text[0], day, month))
                    : ShortYear(a, b, c) is { } shortYear && sign.Text[0] == '.' ? Finish(tokens, end, '.', new(shortYear, month, day), DateForm.Clear)
                    : null;
            }
        }

        return null;
    }

    // “05 .03. 2023”: a gap before the point, where nothing but a date looks like the rest.
    private static bool IsSpaced(IReadOnlyList<Token> tokens, int at) => Number(tokens.Peek(at), 2, 2) is >= 1 and <= MostDay && tokens.Peek(at + 1).IsSign('.') && Number(tokens.Peek(at + 2), 2, 2) is >= 1 and <= 12 && !tokens.Peek(at + 2).SpaceBefore && Glued(tokens, at + 3, '.') && Year(tokens.Peek(at + 4)) is not null;

    private static DateForm Order(char sign, int day, int month) => sign != '/' || day == month ? DateForm.Clear
        : day > 12 && month <= 12 ? DateForm.DayFirst : month > 12 && day <= 12 ? DateForm.MonthFirst : DateForm.EitherWay;

    private static DateAtom? Finish(IReadOnlyList<Token> tokens, int end, char sign, PartialDate date, DateForm form)
    {
        if (form == DateForm.MonthFirst)
        {
            date = date with { Month = date.Day, Day = date.Month };
        }

        // An address of four numbers, or a number that goes on, is no date.
        var goesOn = tokens.Peek(end) is { SpaceBefore: false } next
            && (next.Kind is TokenKind.Digits or TokenKind.Word || (next.Kind == TokenKind.Sign && next.Text[0] is '.' or '/' or ',' && tokens.Peek(end + 1) is { Kind: TokenKind.Digits, SpaceBefore: false }));
        return goesOn || date.Month > MostMonth || date.Day > MostDay ? null : new(sign == '.' && Glued(tokens, end, '.') ? end + 1 : end, date, form, IsWhole: true);
    }

    // Only two-digit days and months, and a day that exists, tell a date from a number of a chapter.
    private static int? ShortYear(Token day, Token month, Token year) =>
        day.Text.Length == 2 && month.Text.Length == 2 && Number(year, 2, 2) is >= 10 and <= 60 and var last
        && new PartialDate(2000 + last, Number(month, 2, 2), Number(day, 2, 2)).IsPossible && !month.SpaceBefore && !year.SpaceBefore ? 2000 + last : null;

    // 2022. gada 28. oktobrī · 2023. gada martā · 2024. gadā · 2022. g. 5. maijs · 2023. gada 1. (– 5. maijā)
    private static DateAtom? YearFirst(IReadOnlyList<Token> tokens, int at)
    {
        if (YearBefore(tokens, at, out var end) is not { } year)
        {
            return null;
        }

        end = tokens.Peek(end).Is("no") && LoneDay(tokens, end + 1) is not null ? end + 1 : end;
        if (LoneDay(tokens, end) is { } day && Months.Of(tokens.Peek(day.End)) is { } month)
        {
            return new(AfterMonth(tokens, day.End + 1), new(year, month, day.Day), DateForm.Clear, IsWhole: true);
        }

        return Months.Of(tokens.Peek(end)) is { } only
            ? new(AfterMonth(tokens, end + 1), new(year, only, null), DateForm.Clear, IsWhole: true)
            : new(end, new(year, null, null), DateForm.Clear, IsWhole: true);
    }

    // 12. oktobrī · 28. oktobrī, 2022. gadā · 9 February 2022 · 9th of February, 2022
    private static DateAtom? DayFirst(IReadOnlyList<Token> tokens, int at)
    {
        if (LoneDay(tokens, at) is not { } day)
        {
            return null;
        }

        var named = tokens.Peek(day.End).Is("of") ? day.End + 1 : day.End;
        // “22 maija un 31 septembra pārgājienā”: without its point a number that is no day of that month counts something.
        return Months.Of(tokens.Peek(named)) is { } month && (Glued(tokens, at + 1, '.') || Months.IsEnglish(tokens.Peek(named)) || day.Day <= DateTime.DaysInMonth(2024, month)) ? WithYear(tokens, AfterMonth(tokens, named + 1), month, day.Day) : null;
    }

    // February 9, 2022 · Feb 9th · March 2023
    private static DateAtom? MonthFirst(IReadOnlyList<Token> tokens, int at)
    {
        if (Months.Of(tokens.Peek(at)) is not { } month)
        {
            return null;
        }

        var end = AfterMonth(tokens, at + 1);
        if (Months.IsEnglish(tokens.Peek(at)) && LoneDay(tokens, end) is { } day && tokens.Peek(end).SpaceBefore && Year(tokens.Peek(end)) is null)
        {
            return WithYear(tokens, day.End, month, day.Day);
        }

        return Year(tokens.Peek(end)) is { } year ? new(AfterYearWord(tokens, end + 1) ?? end + 1, new(year, month, null), DateForm.Clear, IsWhole: true) : null;
    }

    // 09.02. (– 12.03.2023.), and alone a doubtful date
    private static DateAtom? Pair(IReadOnlyList<Token> tokens, int at) =>
        Number(tokens.Peek(at), 1, 2) is >= 1 and <= 31 and var day && Glued(tokens, at + 1, '.') && tokens.Peek(at + 2) is { SpaceBefore: false } second
        && second.Text.Length == 2 && Number(second, 2, 2) is >= 1 and <= 12 and var month && Glued(tokens, at + 3, '.')
        && tokens.Peek(at + 4) is not { Kind: TokenKind.Digits, SpaceBefore: false }
            ? new(at + 4, new(null, month, day), DateForm.Doubtful, IsWhole: true) : null;

    /// <summary>The second day of “May 5–12, 2023”, and the year after it.</summary>
    public static DateAtom? SecondDay(IReadOnlyList<Token> tokens, int at, int month) =>
        LoneDay(tokens, at) is { } day && Months.Of(tokens.Peek(day.End)) is null && !tokens.Peek(at + 1).IsSign(':') ? WithYear(tokens, day.End, month, day.Day) : null;

    private static DateAtom WithYear(IReadOnlyList<Token> tokens, int end, int month, int day)
    {
        var at = tokens.Peek(end).IsSign(',') ? end + 1 : end;
        if (tokens.Peek(at).IsSign('(') && Year(tokens.Peek(at + 1)) is { } inBrackets && tokens.Peek(at + 2).IsSign(')'))
        {
            return new(at + 3, new(inBrackets, month, day), DateForm.Clear, IsWhole: true); // “6. martā (2022)”
        }

        return Year(tokens.Peek(at)) is { } year && !Glued(tokens, at + 1, '/') && !IsOfNext(tokens, at)
            ? new(AfterYearWord(tokens, at + 1) ?? at + 1, new(year, month, day), DateForm.Clear, IsWhole: true)
            : new(end, new(null, month, day), DateForm.Clear, IsWhole: true);
    }

    // “… 9. jūnijam, 2023. gada 5. maijā …”: the year is that of the next date.
    private static bool IsOfNext(IReadOnlyList<Token> tokens, int at) =>
        AfterYearWord(tokens, at + 1) is { } end && (Months.Of(tokens.Peek(end)) is not null
            || (LoneDay(tokens, end) is { } day && (Months.Of(tokens.Peek(day.End)) is not null || IsFirstOfSeveral(tokens, end, day.End))));

    // “… 24. oktobrī, 2022. gada 21.–23. janvārī”
    private static bool IsFirstOfSeveral(IReadOnlyList<Token> tokens, int day, int end) => end > day + 1
        && (tokens.Peek(end).IsDash || tokens.Peek(end).IsSign(',') || tokens.Peek(end).Is("un", "līdz"))
        && LoneDay(tokens, end + 1) is not null;

    private static int AfterMonth(IReadOnlyList<Token> tokens, int end) => Glued(tokens, end, '.') && IsShort(tokens.Peek(end - 1)) ? end + 1 : end;

    // An abbreviation keeps its point, a whole word leaves it to the sentence.
    private static bool IsShort(Token month) => month.Text.Length <= 4 && !month.Is("may", "june", "july");

    private static int? AfterYearWord(IReadOnlyList<Token> tokens, int at)
    {
        at = Glued(tokens, at, '.') ? at + 1 : at;
        if (tokens.Peek(at).Is("gada", "gadā", "gads", "gadam", "gadu"))
        {
            return at + 1;
        }

        return tokens.Peek(at).Is("g") ? Glued(tokens, at + 1, '.') ? at + 2 : at + 1 : null;
    }

    private static int? Year(Token token) => Number(token, 4, 4) is >= 1900 and <= 2100 and var year ? year : null;

    private static int? Number(Token token, int least, int most) =>
        token.Kind == TokenKind.Digits && token.Text.Length >= least && token.Text.Length <= most ? int.Parse(token.Text, CultureInfo.InvariantCulture) : null;

    private static bool Glued(IReadOnlyList<Token> tokens, int at, char sign) => tokens.Peek(at) is { SpaceBefore: false } token && token.IsSign(sign);

    private static bool IsSuffix(Token token) => !token.SpaceBefore && token.Is("st", "nd", "rd", "th");
}
