using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using static Talka.Supervision.Portfolio.Texts;

namespace Talka.Supervision.Portfolio;

/// <summary>A report that a mandate has not handed in yet.</summary>
/// <param name="Name">In the current language.</param>
/// <param name="Href">Where it is written.</param>
public sealed record OwedReport(DateOnly Due, string Name, string Href);

/// <summary>Which reports mandates owe: one for each implementation year that has begun, until a summary is published after its end.</summary>
public sealed class OwedReports(TalkaDb db, TimeProvider clock)
{
    /// <summary>Days after the end of an implementation year.</summary>
    public const int DaysAfterTheYear = 30;

    public async Task<ILookup<Guid, OwedReport>> OfAsync(IReadOnlyDictionary<Guid, MandateTerms> mandates, CancellationToken cancel)
    {
        var (slugs, today) = (mandates.Values.Select(terms => terms.Slug).ToList(), clock.Today());
        var published = await db.SummaryVersions()
            .Where(version => slugs.Contains(version.Mandate) && version.Template == SummaryTemplate.OfficialCode)
            .GroupBy(version => version.Mandate).Select(of => new { Mandate = of.Key, Last = of.Max(version => version.PublishedAt) })
            .ToDictionaryAsync(of => of.Mandate, of => of.Last, cancel);
        return (from mandate in mandates
                let slug = mandate.Value.Slug
                from year in mandate.Value.Years
                where year.From <= today && !(published.TryGetValue(slug, out var last) && last >= Riga.StartOf(year.To.AddDays(1)))
                select (mandate.Key, Report: new OwedReport(
                    year.To.AddDays(DaysAfterTheYear), T("ReportOfYear", Ordinals.Roman(year.Ordinal)), $"/work/mandates/{slug}/summary")))
            .ToLookup(owed => owed.Key, owed => owed.Report);
    }
}
