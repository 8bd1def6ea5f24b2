using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Supervision.Reports.Review;

/// <summary>
/// Draws a sample from the expenses that a report covers, as they are effective now, and keeps it. The journal is held still meanwhile, so that the moment tells
/// later which expenses it was drawn from, whatever was corrected since.
/// </summary>
public sealed class DrawSample(TalkaDb db, MandateAccess access, JournalWriter journal, CurrentActor actor, TimeProvider clock)
{
    // The journal keeps time in milliseconds: what is recorded next is recorded later
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    /// <param name="seed">Null for one by chance.</param>
    public async Task<Result<Sample>> RunAsync(string slug, Guid id, SampleMethod method, int size, string? seed, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.ReportsOf(slug).FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } report)
        {
            return ReportErrors.NotFound();
        }

        var errors = ReportFlow.CheckText(seed, "Seed", SampleDrawing.SeedLength, required: false);
        if (size is < 1 or > SampleDrawing.MostItems)
        {
            errors.Add(ReportErrors.SampleSize(SampleDrawing.MostItems));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await journal.LockAsync(cancel);
        var population = await db.ExpensesOf(slug, report).OrderBy(e => e.Sequence).Select(e => new Drawable(e.Sequence, e.Amount!.Value)).ToListAsync(cancel);
        if (population.Count == 0)
        {
            return ReportErrors.SampleEmpty();
        }

        var now = clock.GetUtcNow();
        var sample = new Sample
        {
            Id = Guid.CreateVersion7(now),
            ReportId = id,
            Method = method,
            Size = size,
            Seed = PlainText.Tidy(seed) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
            DrawnAt = now.UtcDateTime,
            DrawnBy = actor.Value.PersonId,
            PopulationCount = population.Count,
            PopulationAmount = population.Sum(expense => expense.Amount),
        };
        db.Add(sample);
        db.AddRange(SampleDrawing.Draw(population, method, size, sample.Seed).Select((expense, index) => new SampleItem
        {
            SampleId = sample.Id,
            Number = index + 1,
            Sequence = expense.Sequence,
            Amount = expense.Amount,
        }));
        await db.SaveChangesAsync(cancel);
        await Task.Delay(Tick, clock, cancel);
        await transaction.CommitAsync(cancel);
        return sample;
    }
}

public static class ReportedExpenses
{
    /// <summary>The effective expenses that a report covers.</summary>
    public static IQueryable<JournalEntry> ExpensesOf(this TalkaDb db, string slug, Report report)
    {
        var expenses = db.EffectiveEntries().Where(e => e.Mandate == slug && e.Kind == Kinds.Expense);
        return report.Year == Report.WholePeriod ? expenses : expenses.Where(e => e.Year == report.Year);
    }

    /// <summary>Those that were effective at a moment of the past, but for what was erased since.</summary>
    public static IQueryable<JournalEntry> ExpensesOf(this TalkaDb db, string slug, Report report, DateTime at)
    {
        var expenses = db.JournalEntries().Where(e => e.Mandate == slug && e.Kind == Kinds.Expense && e.RecordedAt <= at && e.Correction != CorrectionKind.Voids
            && !db.Set<JournalEntry>().Any(later => later.Corrects == e.Sequence && later.RecordedAt <= at));
        return report.Year == Report.WholePeriod ? expenses : expenses.Where(e => e.Year == report.Year);
    }

    /// <summary>Draws a sample again from the expenses of then.</summary>
    /// <returns>Whether the expenses and what is drawn are the same; not so where one of them was erased.</returns>
    public static async Task<bool> IsRepeatableAsync(this TalkaDb db, string slug, Report report, Sample sample, CancellationToken cancel)
    {
        var population = await db.ExpensesOf(slug, report, sample.DrawnAt).OrderBy(e => e.Sequence).Select(e => new Drawable(e.Sequence, e.Amount!.Value)).ToListAsync(cancel);
        var drawn = await db.SampleItems().Where(item => item.SampleId == sample.Id).OrderBy(item => item.Number).Select(item => item.Sequence).ToListAsync(cancel);
        return population.Count == sample.PopulationCount && population.Sum(expense => expense.Amount) == sample.PopulationAmount
            && SampleDrawing.Draw(population, sample.Method, sample.Size, sample.Seed).Select(expense => expense.Sequence).SequenceEqual(drawn);
    }
}
