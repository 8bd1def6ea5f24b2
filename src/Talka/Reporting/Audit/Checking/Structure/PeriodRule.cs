using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Structure.Texts;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>Implementation years that do not follow one another from the first day of the delegation period to its last.</summary>
public sealed class PeriodRule : IAuditRule
{
    // A report on the first years of a longer period ends long before it.
    private const int MostDaysAtEnd = 300;

    public IReadOnlyList<string> Codes => ["period-overlap-or-gap"];

    public IEnumerable<Finding> Check(ReadSummary summary) => Find(summary);

    internal static IEnumerable<Finding> Find(ReadSummary summary)
    {
        var years = summary.Years.Where(year => year.Period is not null).ToList();
        var broken = Enumerable.Range(0, years.Count + 1).Where(border => years.Count > 0 && IsBroken(summary, years, border)).ToHashSet();
        for (var border = 0; border <= years.Count; border++)
        {
            if (!broken.Contains(border))
            {
                continue;
            }

            if (broken.Contains(border + 1) && border < years.Count)
            {
                yield return OfYear(summary, years[border]);
                border++;
            }
            else
            {
                yield return OfBorder(summary, years, border);
            }
        }
    }

    private static bool IsBroken(ReadSummary summary, IReadOnlyList<YearSection> years, int border)
    {
        if (border == 0)
        {
            return years[0].Ordinal == 1 && summary.Whole is { } whole && whole.From != years[0].Period!.Value.From;
        }

        var before = years[border - 1];
        if (border == years.Count)
        {
            return summary.Whole is { } whole && before.Period!.Value.To != whole.To && (before.Period.Value.To > whole.To || whole.To.DayNumber - before.Period.Value.To.DayNumber < MostDaysAtEnd);
        }

        return years[border].Ordinal == before.Ordinal + 1 && years[border].Period!.Value.From != before.Period!.Value.To.AddDays(1);
    }

    private static Finding OfYear(ReadSummary summary, YearSection year)
    {
        var period = year.Period!.Value;
        var expected = summary.Whole is { } whole ? YearPeriods.Regular(whole, year.Ordinal) : (Period?)null;
        return new("period-overlap-or-gap", Severity.Error, year.Ordinal, Where(year), Say(period), expected is { } days ? Say(days) : "", "", expected is { } likely ? Say(likely) : null,
            T("YearOff", Ordinals.Roman(year.Ordinal), "", Format.Date(period.From), Format.Date(period.To)), []);
    }

    private static Finding OfBorder(ReadSummary summary, IReadOnlyList<YearSection> years, int border)
    {
        if (border == 0 || border == years.Count)
        {
            var year = border == 0 ? years[0] : years[^1];
            var (stated, expected) = border == 0 ? (year.Period!.Value.From, summary.Whole!.Value.From) : (year.Period!.Value.To, summary.Whole!.Value.To);
            return new("period-overlap-or-gap", Severity.Error, year.Ordinal, Where(year), Format.Date(stated), Format.Date(expected), "", null,
                T(border == 0 ? "StartDiffers" : "EndDiffers", Ordinals.Roman(year.Ordinal), "", Format.Date(stated), Format.Date(expected)),
                [Member(summary, Where(year)), Member(summary, summary.WholeSpan!.Value)]);
        }

        var (before, after) = (years[border - 1], years[border]);
        var (end, start) = (before.Period!.Value.To, after.Period!.Value.From);
        var faulty = IsTwelveMonths(after) && !IsTwelveMonths(before) ? before : after;
        var (wrong, right) = faulty == before ? (end, start.AddDays(-1)) : (start, end.AddDays(1));
        return new("period-overlap-or-gap", Severity.Error, faulty.Ordinal, Where(faulty), Format.Date(wrong), Format.Date(right), "", Format.Date(right),
            T(start > end ? "GapBetween" : "OverlapBetween", Ordinals.Roman(before.Ordinal), Ordinals.Roman(after.Ordinal), Format.Date(end), Format.Date(start)),
            [Member(summary, Where(before)), Member(summary, Where(after))]);
    }

    private static bool IsTwelveMonths(YearSection year) => year.Period!.Value.From.AddYears(1).AddDays(-1) == year.Period.Value.To;

    private static Span Where(YearSection year) => year.PeriodSpan ?? year.Heading;

    private static FindingMember Member(ReadSummary summary, Span span) => new(span, summary.Document.Quote(span), "");

    private static string Say(Period period) => $"{Format.Date(period.From)}–{Format.Date(period.To)}";
}
