using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports.Calendar;

namespace Talka.Supervision.Reports;

/// <summary>A report that was accepted, and what it was handed in with the last time.</summary>
public sealed record AcceptedReport(Report Report, DateTime HandedInAt, IReadOnlyList<AnsweredFinding> Answered);

/// <summary>Holds a summary that is to be published against the reports that were accepted of it.</summary>
public sealed class AcceptedReports(TalkaDb db, ReportCalendar calendar, SummaryChecks checks, SinceHandIn since, TimeProvider clock)
{
    public async Task<IReadOnlyList<AcceptedReport>> OfAsync(string slug, CancellationToken cancel)
    {
        var reports = await db.ReportsOf(slug).Where(report => report.State == ReportState.Accepted || report.State == ReportState.Published)
            .OrderBy(report => report.Year).ToListAsync(cancel);
        var accepted = new List<AcceptedReport>();
        foreach (var report in reports)
        {
            var step = await db.ReportSteps().Where(one => one.ReportId == report.Id && one.JsonSha256 != null).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
            if (step is not null)
            {
                accepted.Add(new(report, step.At, AnsweredFinding.Read(step.Findings)));
            }
        }

        return accepted;
    }

    /// <summary>The years that are over, whose report was due, and that no accepted report covers.</summary>
    public async Task<IReadOnlyList<int>> MissingYearsAsync(Guid mandate, MandateTerms terms, IReadOnlyList<AcceptedReport> accepted, CancellationToken cancel)
    {
        var (today, due) = (clock.Today(), await calendar.OfAsync(mandate, terms, cancel));
        return
        [
            .. terms.Years.Where(year => year.To < today && !accepted.Any(one => one.Report.Covers(year.Ordinal)))
                .Where(year => (due.FirstOrDefault(report => report.Year == year.Ordinal) ?? due[^1]).DueOn < today)
                .Select(year => year.Ordinal),
        ];
    }

    /// <summary>Whether a text changed after the report that covers it was handed in; a text that none covers is held against the last hand-in of all.</summary>
    public async Task<bool> TextsChangedAsync(string slug, IReadOnlyList<AcceptedReport> accepted, CancellationToken cancel)
    {
        var texts = await db.SummaryTexts().Where(text => text.Mandate == slug).Select(text => new { text.Year, text.UpdatedAt }).ToListAsync(cancel);
        return texts.Exists(text =>
            text.UpdatedAt > (accepted.Where(one => one.Report.Covers(text.Year)).Max(one => (DateTime?)one.HandedInAt) ?? accepted.Max(one => one.HandedInAt)));
    }

    /// <summary>Entries in the years of accepted reports that came after the hand-in and without the supervisor's consent.</summary>
    public async Task<IReadOnlyList<NewerEntry>> NewerEntriesAsync(string slug, IReadOnlyList<AcceptedReport> accepted, CancellationToken cancel)
    {
        // Of two reports on one year the later knows more
        var newer = new List<NewerEntry>();
        foreach (var one in accepted.Where(one => !accepted.Any(other => other.HandedInAt > one.HandedInAt && other.Report.Covers(one.Report.Year))))
        {
            newer.AddRange(await since.OfAsync(slug, one.Report, withLate: false, cancel));
        }

        return [.. newer.DistinctBy(entry => entry.Sequence).OrderBy(entry => entry.Sequence)];
    }

    /// <summary>
    /// What the checks find now in the author's texts and nobody answered when they were handed in. An answer is to what a text says: it stays when a late
    /// entry moves the figure beside it.
    /// </summary>
    public async Task<IReadOnlyList<ReportFinding>> UnansweredAsync(MandateTerms terms, IReadOnlyList<AcceptedReport> accepted, CancellationToken cancel)
    {
        var answered = accepted.SelectMany(one => one.Answered).Select(one => Of(one.Finding)).ToHashSet();
        var found = await checks.OfAsync(terms, SummaryTemplate.Official, cancel);
        return [.. found.Select(ReportFinding.Of).Where(finding => !answered.Contains(Of(finding)))];
    }

    private static (string, int, string, string) Of(ReportFinding finding) => (finding.Code, finding.Year, finding.Section, finding.Quote);
}
