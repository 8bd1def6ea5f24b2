using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The day of the week that stands beside a date and speaks of it: “pirmdien, 9. oktobrī”, “9 October 2023 (Monday)”.</summary>
internal static class WeekdayBeside
{
    public static (DayOfWeek? Day, Span? Where) Of(IReadOnlyList<Token> tokens, DateReading date)
    {
        var before = date.First - 1;
        before = tokens.Peek(before).IsSign(',') || tokens.Peek(before).IsSign('(') || tokens.Peek(before).Is("the", "on") ? before - 1 : before;
        before = tokens.Peek(before).IsSign('.') || tokens.Peek(before).Is("rītā", "vakarā", "pēcpusdienā", "morning", "afternoon", "evening", "night") ? before - 1 : before;
        if (Weekdays.Of(tokens.Peek(before)) is { } day && !FollowsAnother(tokens, before))
        {
            return (day, tokens[before].Span);
        }

        var after = tokens.Peek(date.End).IsSign('(') || tokens.Peek(date.End).IsSign(',') ? date.End + 1 : date.End;
        after = AfterVerb(tokens, after);
        after += tokens.Peek(after).Is("a") ? 1 : 0; // “20 August 2022, a Saturday”
        return Weekdays.Of(tokens.Peek(after)) is { } next && !IsOneOfSeveral(tokens.Peek(after + 1)) && !BelongsToNext(tokens, after + 1)
            && !IsOneOfSeveral(tokens.Peek(date.First - 1)) ? (next, tokens[after].Span) : (null, null);
    }

    // “24 November 2022, fell on a Saturday”, “2022. gada 24. novembris iekrita sestdienā”
    private static int AfterVerb(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is("fell", "falls", "landed") && tokens.Peek(at + 1).Is("on") ? at + 2
        : (tokens.Peek(at).Is("was", "is") && (tokens.Peek(at + 1).Is("a") || Weekdays.Of(tokens.Peek(at + 1)) is not null))
            || tokens.Peek(at).Is("bija", "ir", "iekrita", "iekrīt")
        ? at + 1 : at;

    /// <summary>The same dates; one that has a cell to itself is of the day of the week that stands alone in another cell of its row.</summary>
    public static IReadOnlyList<DateFact> InRows(IReadOnlyList<Passage> passages, IReadOnlyList<DateFact> dates)
    {
        var days = passages.Where(passage => passage is { Block.Cell: not null, Tokens.Count: > 0 and <= 2 } && Weekdays.Of(passage.Tokens[0]) is not null && passage.Tokens.SkipSigns(1, '.') == passage.Tokens.Count)
            .ToLookup(passage => RowOf(passage));
        if (days.Count == 0)
        {
            return dates;
        }

        var ofRow = dates.ToLookup(date => RowOf(date.Passage));
        return [.. dates.Select(date => date is { Weekday: null, Precision: DatePrecision.Day, Passage: { Block.Cell: not null } own } && IsAllOf(own, date) && ofRow[RowOf(own)].Count() == 1
            && days[RowOf(own)].ToList() is [{ Tokens: [var day, ..] }] ? date with { Weekday = Weekdays.Of(day), WeekdaySpan = day.Span } : date)];
    }

    private static (int Table, int Row)? RowOf(Passage passage) => passage.Block.Cell is { } cell ? (cell.Table, cell.Row) : null;

    private static bool IsAllOf(Passage passage, DateFact date) => passage.Tokens[0].Start >= date.Span.Start && passage.Tokens.SkipSigns(passage.Tokens.IndexAt(date.Span.End - 1) + 1, '.') >= passage.Tokens.Count;

    private static bool IsOneOfSeveral(Token token) =>
        token.Is("un", "and", "vai", "or", "līdz", "to", "katru", "every", "each") || Weekdays.Of(token) is not null || token.IsDash || token.IsSign('/');

    // “in Madona (29 teachers) and on Tuesday, 14 March”: the “and” joins places, and no days of the week.
    private static bool FollowsAnother(IReadOnlyList<Token> tokens, int day)
    {
        var before = day - 1;
        before -= tokens.Peek(before).Is("on") ? 1 : 0;
        return tokens.Peek(before).Is("un", "and") ? Weekdays.Of(tokens.Peek(before - 1)) is not null || Weekdays.Of(tokens.Peek(before - 2)) is not null
            : IsOneOfSeveral(tokens.Peek(day - 1));
    }

    private static bool BelongsToNext(IReadOnlyList<Token> tokens, int at)
    {
        at = tokens.Peek(at).IsSign(',') ? at + 1 : at;
        return DateGrammar.Read(tokens, at) is not null;
    }
}
