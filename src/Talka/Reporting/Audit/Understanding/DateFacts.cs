using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Reads the dates of a summary, each with what it is the date of.</summary>
internal static class DateFacts
{
    // Words of a sentence that are further from a date tell nothing of it; asking all of them would take the square of a long line.
    private const int Near = 150;

    public static IReadOnlyList<DateFact> Read(Structure structure)
    {
        var readings = structure.Passages.Select(passage => (passage, dates: passage.Dates)).Where(item => item.dates.Count > 0).ToList();
        var forms = readings.SelectMany(item => item.dates).Select(date => date.Form).ToHashSet();
        var monthFirst = forms.Contains(DateForm.MonthFirst) && !forms.Contains(DateForm.DayFirst);
        var sure = forms.Contains(DateForm.MonthFirst) != forms.Contains(DateForm.DayFirst);
        var limits = structure.Years.Select(year => year.PeriodSpan).Append(structure.WholeSpan).OfType<Span>().ToList();
        var facts = new List<DateFact>();
        foreach (var (passage, dates) in readings)
        {
            var sentences = Sentences.Of(passage.Tokens);
            foreach (var date in dates)
            {
                var ordered = date.Form == DateForm.EitherWay && monthFirst ? date with { From = Turned(date.From), To = Turned(date.To) } : date;
                facts.Add(Fact(structure, passage, Around(date, Sentences.At(sentences, date.First)), ordered, date.Form == DateForm.EitherWay ? sure : date.Form != DateForm.Doubtful, limits));
            }
        }

        return WeekdayBeside.InRows(structure.Passages, facts);
    }

    /// <summary>Those of a passage's dates, given in order, that a stretch of it touches.</summary>
    public static IReadOnlyList<DateFact> Within(List<DateFact> dates, Span span)
    {
        var (low, high) = (0, dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dates[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < dates.Count && dates[end].Span.Start < span.End)
        {
            end++;
        }

        return dates.GetRange(low, end - low);
    }

    private static TokenRange Around(DateReading date, TokenRange sentence) => new(Math.Max(sentence.First, date.First - Near), Math.Min(sentence.End, date.End + Near));

    private static DateFact Fact(Structure structure, Passage passage, TokenRange sentence, DateReading date, bool readable, List<Span> limits)
    {
        var span = Span.Between(passage.Tokens[date.First].Start, passage.Tokens[date.End - 1].End);
        var (role, certain) = passage.Section == SummarySection.Period || limits.Exists(limit => limit.Contains(span))
            ? (DateRole.PeriodLimit, true) : DateRoles.Of(passage, sentence, date);
        var implied = date.From.Year is null;
        var (from, to, possible) = implied ? Implied(structure.Years.FirstOrDefault(year => year.Ordinal == passage.Year)?.Period, date) : Stated(date);
        var (weekday, weekdayAt) = date.IsRange ? (null, null) : WeekdayBeside.Of(passage.Tokens, date);
        return new(span, passage, readable && (certain || !possible), from, to, Precision(date), role, possible, implied, weekday, weekdayAt);
    }

    private static DatePrecision Precision(DateReading date) =>
        date.From.Day is null ? date.From.Month is null ? DatePrecision.Year : DatePrecision.Month : date.IsRange ? DatePrecision.Range : DatePrecision.Day;

    private static (DateOnly?, DateOnly?, bool) Stated(DateReading date) =>
        date.From.IsPossible && date.To.IsPossible ? (date.From.First, date.To.Last, true) : (null, null, false);

    // “12. oktobrī” of an implementation year is that 12 October which lies in it.
    private static (DateOnly?, DateOnly?, bool) Implied(Period? year, DateReading date)
    {
        if (year is not { } period || period.To.Year - period.From.Year > 3)
        {
            return (null, null, date.From.IsPossible && date.To.IsPossible);
        }

        var possible = false;
        for (var number = period.From.Year; number <= period.To.Year; number++)
        {
            var (from, to) = (date.From with { Year = number }, date.To with { Year = number });
            if (from.IsPossible && to.IsPossible)
            {
                possible = true;
                if (from.First is { } first && to.Last is { } last && period.Contains(first))
                {
                    return (first, last, true);
                }
            }
        }

        return (null, null, possible);
    }

    private static PartialDate Turned(PartialDate date) => date with { Month = date.Day, Day = date.Month };
}
