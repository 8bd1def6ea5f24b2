using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;

namespace Talka.Work.Records;

/// <summary>Takes an entry out of what counts, with the reason. Both stay in the history. Refused where money rules would break.</summary>
public sealed class VoidEntry(TalkaDb db, DecisionKeeping decisions, JournalWriter journal)
{
    public async Task<Result<JournalEntry>> RunAsync(string mandate, long sequence, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return RecordErrors.ReasonMissing();
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        var found = await CorrectionTarget.FindAsync(db, mandate, sequence, cancel);
        if (!found.Succeeded)
        {
            return Result<JournalEntry>.Failed(found.Errors);
        }

        if (await decisions.RefuseAsync(sequence, found.Value.Content, cancel) is { } refused)
        {
            return refused;
        }

        var voiding = Voiding(found.Value.Content, sequence, reason);
        var broken = await found.Value.BrokenMoneyRulesAsync(db, voiding, cancel);
        if (broken.Count > 0)
        {
            return Result<JournalEntry>.Failed(broken);
        }

        var entry = await journal.AppendAsync(voiding, cancel);
        if (entry.Succeeded)
        {
            await decisions.TellAsync(entry.Value, cancel);
        }

        if (entry.Succeeded && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return entry;
    }

    // Enough to see in a list what was voided; its measures count nowhere and are left out.
    private static EntryContent Voiding(EntryContent voided, long sequence, string reason) => new()
    {
        Mandate = voided.Mandate,
        Year = voided.Year,
        ToYear = voided.ToYear,
        Stream = voided.Stream,
        Kind = voided.Kind,
        Title = voided.Title,
        From = voided.From,
        To = voided.To,
        Source = voided.Source,
        Corrects = sequence,
        Correction = CorrectionKind.Voids,
        Reason = PlainText.Lines(reason).Trim(),
    };
}
