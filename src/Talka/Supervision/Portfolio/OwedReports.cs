using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;

namespace Talka.Supervision.Portfolio;

/// <summary>A report that a mandate has not handed in yet, or has back and has not answered in time.</summary>
/// <param name="Name">In the current language.</param>
/// <param name="Href">Where it is begun or gone on with.</param>
/// <param name="IsReturned">Then the day is the one on which the answer was due.</param>
public sealed record OwedReport(DateOnly Due, string Name, string Href, bool IsReturned = false);

/// <summary>Which reports mandates owe by the reporting calendar, as far as what they cover has begun.</summary>
public sealed class OwedReports(ReportCalendar calendar, TimeProvider clock)
{
    public async Task<ILookup<Guid, OwedReport>> OfAsync(IReadOnlyDictionary<Guid, MandateTerms> mandates, CancellationToken cancel)
    {
        var (due, today) = (await calendar.OfAsync(mandates, cancel), clock.Today());
        return (from mandate in mandates
                from report in due[mandate.Key]
                let unanswered = report.UnansweredSince(today)
                where (report.IsOwed && report.From <= today) || unanswered is not null
                let slug = mandate.Value.Slug
                let href = report.ReportId is { } id ? ReportTexts.Address(slug, id) : $"/work/mandates/{slug}/reports"
                select (mandate.Key, Report: new OwedReport(unanswered ?? report.DueOn, ReportTexts.Name(report.Year), href, unanswered is not null)))
            .ToLookup(owed => owed.Key, owed => owed.Report);
    }
}
