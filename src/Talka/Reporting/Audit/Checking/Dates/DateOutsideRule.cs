using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Dates.Texts;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>Dates of work outside the year in whose section they stand, or outside the whole period. Those that are off in the same way are one finding.</summary>
public sealed class DateOutsideRule : IAuditRule
{
    private const string OutsidePeriod = "date-outside-period";
    private const string OutsideYear = "date-outside-year";
    private const int Around = 40;
    private const int MostNext = 4;
    private const int BeforePreparation = 5;

    private const int OfOthers = 2;
    private const int OfEveryYear = 3;

    private static readonly string[] Later = ["again", "later", "afterwards", "subsequently", "atkal", "vēlreiz", "vēlāk", "pēcāk", "atkārtoti", "otrreiz"];

    // Who, or what, the year left for the next one.
    private static readonly Stems LeftOver = ["gaidīt", "gaidīš", "rind", "atlikt", "atlicis", "pārcelt", "waiting", "waitlist", "queue", "postpon", "deferr", "reschedul"];

    private static readonly Stems Begun = ["sāk", "uzsāk", "iesāk", "begun", "began", "start"];

    private static readonly Stems Preparing = ["nominat", "deadline", "clos", "announc", "call", "open", "regist", "book", "invit", "pieteik", "pieteic", "izvirz", "nomin", "izsludin", "uzaicin", "ielūg", "reģistr", "termiņ"];

    public IReadOnlyList<string> Codes => [OutsidePeriod, OutsideYear];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var whole = summary.Whole ?? Union(summary.Years);
        var dates = summary.FactsOf<DateFact>().ToList();
        var severalYears = dates.GroupBy(date => date.Passage).Where(own => IsOfSeveralYears(summary, own)).Select(own => own.Key).ToHashSet();
        severalYears.UnionWith(DatesOfAllYears.Passages(summary,
            dates.Where(date => date is { Precision: DatePrecision.Day, Days: not null, Section: SummarySection.Description })));
        var outside = dates.Select((date, at) => severalYears.Contains(date.Passage) ? null : Judge(summary, date, dates.Skip(at + 1).Take(MostNext), whole)).OfType<Outside>();
        return outside.GroupBy(item => (item.Code, item.Date.Year, item.Shift)).Select(group => Say(summary, [.. group], whole));
    }

    private static Outside? Judge(ReadSummary summary, DateFact date, IEnumerable<DateFact> next, Period? whole)
    {
        if (!IsAccusable(date) || date.Days is not { } days)
        {
            return null;
        }

        var year = summary.YearOf(date.Year)?.Period;
        if (year is { } period ? days.Overlaps(period) || FitsRegularYear(summary, date, days) : date.Precision == DatePrecision.Month)
        {
            return null;
        }

        if (IsDayAfter(days, year) || IsDayAfter(days, whole) || IsBeforeNext(date, next, days, year) || IsOfLeftOver(date, days, year))
        {
            return null;
        }

        var isOutsidePeriod = whole is { } all && !days.Overlaps(all);
        if (isOutsidePeriod && (days.From > whole!.Value.To ? IsToldAsLater(date) : days.To.AddYears(1) < whole.Value.From && IsToldAsEarlier(date)))
        {
            return null;
        }

        // Where a year begins too late, the date that was meant may lie in the whole period alone.
        var shift = YearShift.Find(days, year ?? whole ?? days) ?? (isOutsidePeriod ? YearShift.Find(days, whole!.Value) : null);
        // Work of another year of the contract is that, whatever the calendar year.
        return (isOutsidePeriod || year is not null) && (IsSlip(shift, days.From.Year) || (!isOutsidePeriod && shift is null)) ? new(isOutsidePeriod ? OutsidePeriod : OutsideYear, date, days, shift) : null;
    }

    // “Braucieni: 2022. gada 14. jūnijā uz Viļņu un 2023. gada 12. septembrī uz Tartu”: days of two years, none of that whose text it seems to be; or of three.
    private static bool IsOfSeveralYears(ReadSummary summary, IGrouping<Passage, DateFact> dates)
    {
        var homes = dates.Where(IsAccusable)
            .Select(date => date.Days is { } days ? summary.Years.FirstOrDefault(year => year.Period is { } period && period.Overlaps(days))?.Ordinal : null).ToList();
        return homes.TrueForAll(home => home is not null) && homes.Distinct().Count() >= (homes.Contains(dates.Key.Year) ? OfEveryYear : OfOthers);
    }

    // “On 1 January the club had 64 members”: how it stood in the end.
    private static bool IsDayAfter(Period days, Period? period) => period is { } known && days.From == days.To && days.From == known.To.AddDays(1);

    // “Nominations closed on 20 December 2021 and the prizes were given on 14 January 2022”: with another year it would no longer be before what it led to.
    private static bool IsBeforeNext(DateFact date, IEnumerable<DateFact> following, Period days, Period? year) => year is { } own && days.To < own.From
        && following.Any(next => ReferenceEquals(next.Passage, date.Passage) && next.Span.Start > date.Span.Start && next.Days is { } later && later.Overlaps(own) && later.From < days.From.AddYears(1) && IsPreparation(date, next));

    private static bool IsPreparation(DateFact date, DateFact next)
    {
        var (tokens, first, end) = (date.Passage.Tokens, First(date), First(next));
        return end - first <= Around && !Enumerable.Range(first, end - first).Any(at => FullSentences.IsEnd(tokens, at)) && Enumerable.Range(Math.Max(0, first - BeforePreparation), BeforePreparation).Any(at => tokens.Peek(at).StartsWith(Preparing));
    }

    // “19 children stayed on the waiting list, and all were seen in January 2023”: by then it was the next year, and so it is told.
    private static bool IsOfLeftOver(DateFact date, Period days, Period? year) => year is { } own && days.From > own.To && days.From <= own.To.AddYears(1)
        && date.Passage.Tokens is var tokens && First(date) is var first
        && Enumerable.Range(1, Around).Select(back => first - back).TakeWhile(at => at >= 0 && !FullSentences.IsEnd(tokens, at))
            .Any(at => !tokens[at].Quoted && (tokens[at].StartsWith(LeftOver) || (tokens[at].StartsWith(Begun) && NamesOutcome(tokens, at, first))));

    // “Sākām ierakstīt piekto grāmatu, kas klausītājiem nodota 2024. gada martā”
    private static bool NamesOutcome(IReadOnlyList<Token> tokens, int from, int until) => Enumerable.Range(from, until - from).Any(at => tokens[at].IsSign(',')
        && (tokens.Peek(at + 1).Is("kas", "kuru", "kura", "kurš", "ko", "which")
            || (tokens.Peek(at + 1).Is("un", "and", "bet", "but") && tokens.Peek(at + 2).Is("to", "tā", "tas", "tos", "tās", "it", "they"))));

    // “… and was shown again on 3 October”: told as what came after the work.
    private static bool IsToldAsLater(DateFact date)
    {
        var (tokens, first) = (date.Passage.Tokens, First(date));
        return Enumerable.Range(first, Around).TakeWhile(at => at < tokens.Count && !FullSentences.IsEnd(tokens, at))
            .Concat(Enumerable.Range(1, Around).Select(back => first - back).TakeWhile(at => at >= 0 && !FullSentences.IsEnd(tokens, at))).Any(at => tokens[at].Is(Later) && !tokens[at].Quoted);
    }

    // “jau 2019. gada 4. martā”: long before, and told as that.
    private static bool IsToldAsEarlier(DateFact date) => First(date) is var at && (date.Passage.Tokens.Peek(at - 1).Is("jau", "already") || date.Passage.Tokens.Peek(at - 2).Is("already"));

    private static int First(DateFact date) => date.Passage.Tokens.IndexAt(date.Span.Start);

    // A date of long ago is history, unless only the decade's digit is off, or two digits have changed places: 2012 for 2021.
    private static bool IsSlip(int? shift, int year) => shift is { } years
        && (Math.Abs(years) <= 4 || years % 10 == 0 || ((year + years) % 10 == year / 10 % 10 && (year + years) / 10 % 10 == year % 10));

    private static bool IsAccusable(DateFact date) =>
        date is { Certain: true, Role: DateRole.Work, IsPossible: true, YearIsImplied: false, Precision: not DatePrecision.Year, Section: SummarySection.Description };

    // Where a year's own dates are mistaken, that is one finding already, and the work done in it is not to blame.
    private static bool FitsRegularYear(ReadSummary summary, DateFact date, Period days) =>
        summary.Whole is { } whole && date.Year is { } ordinal && ordinal <= 20 && days.Overlaps(whole) && days.Overlaps(YearPeriods.Regular(whole, ordinal))
        && YearPeriods.IsWholeYears(whole, summary.Years.Count);

    private static Period? Union(IReadOnlyList<YearSection> years) =>
        years.Count > 0 && years.All(year => year.Period is not null) ? new(years.Min(year => year.Period!.Value.From), years.Max(year => year.Period!.Value.To)) : null;

    private static Finding Say(ReadSummary summary, IReadOnlyList<Outside> group, Period? whole)
    {
        var first = group[0];
        var ordinal = first.Date.Year;
        var bounds = first.Code == OutsidePeriod ? whole!.Value : summary.YearOf(ordinal)!.Period!.Value;
        var expected = summary.YearOf(ordinal)?.Period ?? bounds;
        var stated = group.Count == 1 ? summary.Document.Quote(first.Date.Span) : $"{group.Count} {Dates(group.Count)}";
        var key = (first.Code == OutsidePeriod ? "OutsidePeriod" : "OutsideYear") + (ordinal is null ? "NoYear" : group.Count == 1 ? "One" : "Several");
        var message = T(key, group.Count == 1 || ordinal is null ? stated : group.Count, ordinal is { } number ? Ordinals.Roman(number) : "", Say(bounds), "", Dates(group.Count));
        var years = string.Join(", ", group.Select(item => item.Shifted?.From.Year).OfType<int>().Distinct().Order());
        var likely = years.Length == 0 ? null : group.Count == 1 ? Say(first.Shifted!.Value) : years;
        if (years.Length > 0)
        {
            message += " " + T("CheckYear", years);
        }

        if (first.Code == OutsideYear && summary.Years.FirstOrDefault(other => other.Period is { } period && group.All(item => period.Overlaps(item.Days))) is { } home)
        {
            message += " " + T("InOtherYear", Ordinals.Roman(home.Ordinal));
        }

        return new(first.Code, Severity.Error, ordinal, first.Date.Span, stated, Say(expected), "", likely, message,
            [.. group.Select(item => new FindingMember(item.Date.Span, summary.Document.Quote(item.Date.Span), item.Shifted is { } shifted ? Say(shifted) : Say(expected)))]);
    }

    private static string Dates(int count) => Languages.Current == Languages.English
        ? Plural.English(count, T("DatesOne"), T("DatesOther")) : Plural.Latvian(count, T("DatesZero"), T("DatesOne"), T("DatesOther"));

    private static string Say(Period days) => days.From == days.To ? Format.Date(days.From) : $"{Format.Date(days.From)}–{Format.Date(days.To)}";

    private sealed record Outside(string Code, DateFact Date, Period Days, int? Shift)
    {
        public Period? Shifted => Shift is { } years ? new(Days.From.AddYears(years), Days.To.AddYears(years)) : null;
    }
}
