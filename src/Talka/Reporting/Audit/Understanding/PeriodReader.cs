using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Finds the delegation period.</summary>
internal static class PeriodReader
{
    // A shorter range beside the word “period” is that of something else.
    private const int LeastDays = 80;
    private const int LeastDaysUnnamed = 300;

    private const int MostMonthsMore = 36;

    private static readonly Stems ExtendedStems = ["pagarin", "extend", "prolong"];

    private static readonly Stems AtFirst = ["sākotnēj", "sākumā", "original", "initial"];

    private static readonly Stems PeriodStems = ["period", "termiņ", "deleģēš", "deleģēj", "līgum", "contract", "agreement", "delegat"];

    /// <summary>The delegation period and where it stands: in its own field, else in a sentence that speaks of it.</summary>
    public static (Period? Whole, Span? WholeSpan) Whole(IReadOnlyList<Draft> drafts)
    {
        var stated = Stated(drafts);
        return stated.Whole is { } whole && Extended(drafts, whole) is { } end ? (whole with { To = end }, stated.WholeSpan) : stated;
    }

    // “Termiņš bija līdz 2024. gada 30. aprīlim; ar vienošanos tas pagarināts līdz 2024. gada 31. oktobrim”, “extended by six months until 31 October 2024”
    private static DateOnly? Extended(IReadOnlyList<Draft> drafts, Period whole)
    {
        foreach (var draft in drafts.Where(draft => draft is { IsDefinition: false, YearMark: null } && draft.Tokens.Any(token => token.StartsWith(PeriodStems))))
        {
            var tokens = draft.Tokens;
            var word = Enumerable.Range(0, tokens.Count).FirstOrDefault(at => !tokens[at].Quoted && tokens[at].StartsWith(ExtendedStems), tokens.Count);
            if (draft.Dates.FirstOrDefault(date => date.First > word && !date.IsRange && tokens.Peek(date.First - 1).Is("līdz", "until", "till", "to"))?.From is { Day: not null, First: { } end }
                && end > whole.To && end < whole.To.AddMonths(MostMonthsMore))
            {
                return end;
            }
        }

        return null;
    }

    private static (Period? Whole, Span? WholeSpan) Stated(IReadOnlyList<Draft> drafts)
    {
        foreach (var (index, draft) in drafts.Index())
        {
            if (draft is { Section: SummarySection.Period, IsDefinition: false } && draft.YearMark is null
                && (Range(draft) ?? (draft.Field is { IsAlone: true } ? YearTable.TwoDays(drafts, index) : null)) is { } found)
            {
                return found;
            }
        }

        foreach (var draft in drafts)
        {
            if (draft is { IsDefinition: false, YearMark: null, Section: SummarySection.None or SummarySection.Task or SummarySection.Implementer or SummarySection.Description }
                && draft.Tokens.Any(token => token.StartsWith(PeriodStems)) && Range(draft) is { } found && found.Whole.To.DayNumber - found.Whole.From.DayNumber >= LeastDays)
            {
                return found;
            }
        }

        // A long range before the work is told, whatever it is called: “Uz cik ilgu laiku: 01.06.2020.–31.05.2023.”
        foreach (var draft in drafts.TakeWhile(draft => draft.Section is not (SummarySection.Description or SummarySection.Budget)))
        {
            if (draft is { IsDefinition: false, YearMark: null } && Range(draft) is { } found && found.Whole.To.DayNumber - found.Whole.From.DayNumber >= LeastDaysUnnamed)
            {
                return found;
            }
        }

        return drafts.Select(YearDefinitions.Of).FirstOrDefault(years => years.Count > 0) is { } defined ? (new(defined[0].Period.From, defined[^1].Period.To), Span.Between(defined[0].Span.Start, defined[^1].Span.End)) : (null, null);
    }

    /// <summary>A range of days as a period; null when it is none or runs backwards.</summary>
    public static Period? Of(DateReading? date) =>
        date is { IsRange: true, From.Day: not null, To.Day: not null } && date.From.First is { } from && date.To.First is { } to && from <= to ? new(from, to)
        // “2021. gada jūlijs – 2022. gada jūnijs”: whole months, where they are about a year or more.
        : date is { IsRange: true, From: { Day: null, Month: not null }, To: { Day: null, Month: not null } } && date.From.First is { } first && date.To.Last is { } last && last.DayNumber - first.DayNumber >= LeastDays ? new(first, last) : null;

    public static Span SpanOf(IReadOnlyList<Token> tokens, DateReading date) => Span.Between(tokens[date.First].Start, tokens[date.End - 1].End);

    // “Two years: 1 April 2023 – 31 March 2024 and 1 April 2024 – 31 March 2025”: each begins the day after the one before ended.
    private static (Period Whole, Span WholeSpan) Joined(List<(Period Whole, Span WholeSpan)> ranges)
    {
        var follow = ranges.Zip(ranges.Skip(1)).All(pair => pair.First.Whole.To.AddDays(1) == pair.Second.Whole.From);
        return follow ? (new(ranges[0].Whole.From, ranges[^1].Whole.To), Span.Between(ranges[0].WholeSpan.Start, ranges[^1].WholeSpan.End)) : ranges[0];
    }

    // “01.04.2020.–31.03.2022.: first year …, second year …”: told before the years, it is the whole, even where the last of them goes beyond it.
    private static Period? OfAll(DateReading? range, IReadOnlyList<Period> years) =>
        Of(range) is { } whole && whole.From == years[0].From && whole.To > years[^1].From && !years.Contains(whole) ? whole : null;

    private static (Period Whole, Span WholeSpan)? Range(Draft draft)
    {
        var (tokens, dates) = (draft.Tokens, draft.Dates);
        var defined = YearDefinitions.Of(draft);
        if (defined.Count > 0 && OfAll(dates.FirstOrDefault(date => date.IsRange), [.. defined.Select(year => year.Period)]) is { } whole)
        {
            return (whole, SpanOf(tokens, dates.First(date => date.IsRange)));
        }

        if (defined is [var firstYear, .., var lastYear] && !dates.Any(date => Of(date) is { } period && period.From <= firstYear.Period.From && lastYear.Period.To <= period.To))
        {
            return (new(firstYear.Period.From, lastYear.Period.To), Span.Between(firstYear.Span.Start, lastYear.Span.End));
        }

        // Where the years' own periods are told too, the whole is the one that holds them.
        var ranges = dates.Where(date => Of(date) is not null).Select(date => (Whole: Of(date)!.Value, WholeSpan: SpanOf(tokens, date))).ToList();
        if (ranges is [var original, var inForce] && original.Whole.From == inForce.Whole.From && dates.First(date => Of(date) is not null).First is var told
            && Enumerable.Range(0, told).Any(at => tokens[at].StartsWith(AtFirst)))
        {
            return inForce; // “Sākotnēji: 01.02.2022.–31.01.2026. Ar grozījumiem …, un spēkā esošais periods ir no …”
        }

        if (ranges.Count > 0)
        {
            return ranges.Find(range => ranges.TrueForAll(other => range.Whole.From <= other.Whole.From && other.Whole.To <= range.Whole.To)) is { WholeSpan.Length: > 0 } widest
                ? widest : Joined(ranges);
        }

        // “no 2022. gada 15. jūlija, trīs gadi”, “sākums 15.07.2022., beigas 14.07.2025.”
        if (dates is [{ IsRange: false, From.Day: not null } begin, ..] && begin.From.First is { } first)
        {
            if (dates is [_, { IsRange: false, From.Day: not null } end] && end.From.First is { } last && first < last
                && !Enumerable.Range(begin.End, end.First - begin.End).Any(at => FullSentences.IsEnd(tokens, at)))
            {
                return (new(first, last), Span.Between(tokens[begin.First].Start, tokens[end.End - 1].End));
            }

            if (dates.Count == 1 && (begin.First == 0 || tokens.Peek(begin.First - 1).Is("no", "from", "sākot", "starting")) && LengthGrammar.Find(tokens) is { } length)
            {
                return (new(first, first.AddMonths(length.Months).AddDays(-1)), SpanOf(tokens, begin));
            }
        }

        return null;
    }
}
