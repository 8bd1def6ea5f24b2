using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;

namespace Talka.Supervision.Reports.Calendar;

/// <summary>A report that a mandate owes, whether it has been begun or not.</summary>
/// <param name="Year">As in <see cref="Report.Year"/>.</param>
/// <param name="From">What it covers.</param>
/// <param name="Reason">Why it is due on another day than the contract's years say; null where it is not.</param>
/// <param name="ReportId">Null until it is begun.</param>
/// <param name="ReturnedOn">Since when it is back with the implementer; null where it is not.</param>
public sealed record DueReport(
    int Year, DateOnly From, DateOnly To, DateOnly DueOn, string? Reason, Guid? ReportId, ReportState? State, DateOnly? ReturnedOn = null)
{
    /// <summary>Days in which an answer to what was returned is expected.</summary>
    public const int DaysToAnswer = 14;

    /// <summary>Whether it has yet to be handed in; one that was returned has been, in time or not.</summary>
    public bool IsOwed => State is null or ReportState.Draft;

    /// <summary>The last day for an answer, where it was returned and that day has passed.</summary>
    public DateOnly? UnansweredSince(DateOnly today) =>
        State == ReportState.Returned && ReturnedOn?.AddDays(DaysToAnswer) is { } last && last < today ? last : null;

    public bool IsOverdue(DateOnly today) => IsOwed && DueOn < today;

    /// <summary>Negative once the day has passed.</summary>
    public int DaysLeft(DateOnly today) => DueOn.DayNumber - today.DayNumber;
}

/// <summary>
/// The reports of mandates by their due dates: one for each implementation year and one for the whole period, each so many days after
/// what it covers as the contract says, unless the supervisor has set another day. A mandate of one year owes the final report alone.
/// </summary>
public sealed class ReportCalendar(TalkaDb db)
{
    public async Task<IReadOnlyList<DueReport>> OfAsync(Guid mandateId, MandateTerms terms, CancellationToken cancel) =>
        (await OfAsync(new Dictionary<Guid, MandateTerms> { [mandateId] = terms }, cancel))[mandateId];

    /// <summary>Those of many mandates, in three queries.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<DueReport>>> OfAsync(
        IReadOnlyDictionary<Guid, MandateTerms> mandates, CancellationToken cancel)
    {
        var ids = mandates.Keys.ToList();
        var reports = await db.Reports().Where(report => ids.Contains(report.MandateId)).ToListAsync(cancel);
        var changes = await db.DueDateChanges().Where(change => ids.Contains(change.MandateId)).OrderBy(change => change.Id).ToListAsync(cancel);
        var returned = await (from step in db.ReportSteps()
                              join report in db.Reports() on step.ReportId equals report.Id
                              where ids.Contains(report.MandateId) && report.State == ReportState.Returned && step.To == ReportState.Returned
                              group step by step.ReportId into of
                              select new { of.Key, At = of.Max(step => step.At) }).ToDictionaryAsync(of => of.Key, of => DateOnly.FromDateTime(Riga.ToLocal(of.At)), cancel);
        return mandates.ToDictionary(mandate => mandate.Key, mandate => Of(
            mandate.Value, [.. reports.Where(report => report.MandateId == mandate.Key)], [.. changes.Where(change => change.MandateId == mandate.Key)], returned));
    }

    /// <summary>In the order of what they cover, the final report last.</summary>
    /// <param name="changes">In the order in which they were made.</param>
    /// <param name="returned">When the reports that are returned were.</param>
    public static IReadOnlyList<DueReport> Of(
        MandateTerms terms, IReadOnlyList<Report> reports, IReadOnlyList<DueDateChange> changes, IReadOnlyDictionary<Guid, DateOnly>? returned = null)
    {
        var covered = terms.Years.Count > 1 ? terms.Years.Select(year => (year.Ordinal, year.From, year.To)) : [];
        return
        [
            .. covered.Append((Report.WholePeriod, terms.From, terms.To)).Select(part =>
            {
                var report = reports.FirstOrDefault(one => one.Year == part.Item1);
                var change = changes.LastOrDefault(one => one.Year == part.Item1);
                return new DueReport(
                    part.Item1, part.Item2, part.Item3, change?.DueOn ?? part.Item3.AddDays(terms.ReportDays ?? MandateTerms.UsualReportDays), change?.Reason,
                    report?.Id, report?.State, report is not null && returned?.TryGetValue(report.Id, out var day) == true ? day : null);
            }),
        ];
    }

    /// <summary>The next one that has to be handed in; null when none has.</summary>
    public static DueReport? Next(IEnumerable<DueReport> reports) => reports.Where(report => report.IsOwed).MinBy(report => report.DueOn);
}
