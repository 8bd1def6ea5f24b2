using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;

namespace Talka.Supervision.Portfolio;

/// <summary>A report that a mandate has not handed in yet.</summary>
/// <param name="Name">In the current language.</param>
/// <param name="Href">Where it is begun or gone on with.</param>
public sealed record OwedReport(DateOnly Due, string Name, string Href);

/// <summary>Which reports mandates owe by the reporting calendar, as far as what they cover has begun.</summary>
public sealed class OwedReports(ReportCalendar calendar, TimeProvider clock)
{
    public async Task<ILookup<Guid, OwedReport>> OfAsync(IReadOnlyDictionary<Guid, MandateTerms> mandates, CancellationToken cancel)
    {
        var (due, today) = (await calendar.OfAsync(mandates, cancel), clock.Today());
        return (from mandate in mandates
                from report in due[mandate.Key]
                where report.IsOwed && report.From <= today
                let slug = mandate.Value.Slug
                let href = report.ReportId is { } id ? ReportTexts.Address(slug, id) : $"/work/mandates/{slug}/reports"
                select (mandate.Key, Report: new OwedReport(report.DueOn, ReportTexts.Name(report.Year), href)))
            .ToLookup(owed => owed.Key, owed => owed.Report);
    }
}
