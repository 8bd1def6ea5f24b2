using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>An entry that changes what a report says, and is not in what was handed in.</summary>
public sealed record NewerEntry(long Sequence, string Title, DateOnly Day, bool IsLate);

/// <summary>
/// What has come into the years of a report since it was handed in: entries and expenses dated in them, and corrections of those that were there. The journal
/// as it was then is known by its size, which the submission keeps. A decision about money counts by its own day, as it does for the locks of years.
/// </summary>
public sealed class SinceHandIn(TalkaDb db, FrozenFiles frozen)
{
    public const int Most = 100;

    /// <param name="report">One that is handed in.</param>
    /// <param name="withLate">Whether entries count that the supervisor consented to.</param>
    /// <returns>In the order of the journal, the first <see cref="Most"/>; none where nothing is handed in.</returns>
    public async Task<IReadOnlyList<NewerEntry>> OfAsync(string slug, Report report, bool withLate, CancellationToken cancel)
    {
        var step = await db.ReportSteps().Where(one => one.ReportId == report.Id && one.JsonSha256 != null).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
        if (step is null || await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return [];
        }

        var size = await SizeAsync(step, cancel);
        var dated = DatedIn(slug, report, terms);
        var newer = db.JournalEntries().Where(entry => entry.Mandate == slug && entry.Sequence > size && (withLate || entry.IsLate == null));
        var effective = db.EffectiveEntries().Where(entry => entry.Mandate == slug && entry.Sequence > size);
        return await newer
            .Where(entry =>
                (dated.Any(one => one.Sequence == entry.Sequence) && effective.Any(one => one.Sequence == entry.Sequence))
                || (entry.Corrects <= size && (dated.Any(one => one.Sequence == entry.Corrects) || dated.Any(one => one.Sequence == entry.Sequence))))
            .OrderBy(entry => entry.Sequence).Take(Most)
            .Select(entry => new NewerEntry(entry.Sequence, entry.Title!, entry.DateFrom!.Value, entry.IsLate != null)).ToListAsync(cancel);
    }

    private IQueryable<JournalEntry> DatedIn(string slug, Report report, MandateTerms terms)
    {
        var (from, to) = terms.Years.FirstOrDefault(year => year.Ordinal == report.Year) is { } only ? (only.From, only.To) : (terms.From, terms.To);
        var (ofPlatform, decisions, year, isWhole) = (Kinds.OfPlatform, Kinds.Decisions, report.Year, report.Year == Report.WholePeriod);
        return db.JournalEntries().Where(entry => entry.Mandate == slug && !ofPlatform.Contains(entry.Kind)
            && ((decisions.Contains(entry.Kind) && entry.DateFrom >= from && entry.DateFrom <= to)
                || (!decisions.Contains(entry.Kind) && (isWhole || entry.Year == year))));
    }

    private async Task<long> SizeAsync(ReportStep step, CancellationToken cancel)
    {
        var bytes = await frozen.ReadAsync(step.JsonSha256!, cancel);
        if (bytes.Succeeded)
        {
            using var json = JsonDocument.Parse(bytes.Value);
            return json.RootElement.GetProperty("journal").GetProperty("size").GetInt64();
        }

        // The store has lost the file; what was recorded by then is all that can be told
        return await db.JournalEntries().Where(entry => entry.RecordedAt <= step.At).MaxAsync(entry => (long?)entry.Sequence, cancel) ?? 0;
    }
}
