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
public sealed record OwedReport(string Mandate, DateOnly Due, string Name, string Href);

/// <summary>Which reports mandates owe: one for each implementation year that has begun, until a summary is published after its end.</summary>
public sealed class OwedReports(TalkaDb db, TimeProvider clock)
{
    /// <summary>Days after the end of an implementation year.</summary>
    public const int DaysAfterTheYear = 30;

    public async Task<ILookup<string, OwedReport>> OfAsync(IReadOnlyDictionary<string, IReadOnlyList<ImplementationYear>> mandates, CancellationToken cancel)
    {
        var (slugs, today) = (mandates.Keys.ToList(), clock.Today());
        var published = await db.SummaryVersions()
            .Where(version => slugs.Contains(version.Mandate) && version.Template == SummaryTemplate.OfficialCode)
            .GroupBy(version => version.Mandate).Select(of => new { Mandate = of.Key, Last = of.Max(version => version.PublishedAt) })
            .ToDictionaryAsync(of => of.Mandate, of => of.Last, cancel);
        return (from mandate in mandates
                from year in mandate.Value
                where year.From <= today && !(published.TryGetValue(mandate.Key, out var last) && last >= Riga.StartOf(year.To.AddDays(1)))
                select new OwedReport(
                    mandate.Key, year.To.AddDays(DaysAfterTheYear), T("ReportOfYear", Ordinals.Roman(year.Ordinal)), $"/work/mandates/{mandate.Key}/summary"))
            .ToLookup(report => report.Mandate);
    }
}
