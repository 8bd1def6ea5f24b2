using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;

namespace Talka.Work.Records;

/// <summary>
/// Corrects an entry: a new one takes its place and says why; where it came from stays. The journal is locked while it is checked,
/// so of two people who correct the same entry the second is told what the first did.
/// </summary>
public sealed class CorrectEntry(TalkaDb db, DecisionKeeping decisions, JournalWriter journal)
{
    public async Task<Result<JournalEntry>> RunAsync(
        string mandate, long sequence, EntryForm form, IReadOnlyList<EntryFile> files, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        var found = await CorrectionTarget.FindAsync(db, mandate, sequence, cancel);
        if (!found.Succeeded)
        {
            return Result<JournalEntry>.Failed(found.Errors);
        }

        var target = found.Value;
        if (await decisions.RefuseAsync(sequence, target.Content, cancel) is { } refused)
        {
            return refused;
        }

        var content = await ReadAsync(target, sequence, form, files, cancel);
        if (!content.Succeeded)
        {
            return Result<JournalEntry>.Failed(content.Errors);
        }

        var broken = await target.BrokenMoneyRulesAsync(db, content.Value, cancel);
        if (broken.Count > 0)
        {
            return Result<JournalEntry>.Failed(broken);
        }

        var entry = await journal.AppendAsync(content.Value, cancel);
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

    private async Task<Result<EntryContent>> ReadAsync(
        CorrectionTarget target, long sequence, EntryForm form, IReadOnlyList<EntryFile> files, CancellationToken cancel)
    {
        var kind = await KindAsync(target.Kind, form.Kind, cancel);
        if (!kind.Succeeded)
        {
            return Result<EntryContent>.Failed(kind.Errors);
        }

        var read = EntryReading.Read(target.Terms, kind.Value, form, files, RecordEntry.Source, target.Content);
        var errors = read.Errors.ToList();
        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            errors.Add(RecordErrors.ReasonMissing());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var before = target.Content with { Corrects = null, Correction = null, Reason = null, Late = null };
        return EntryPayload.Write(read.Value, null) == EntryPayload.Write(before, null)
            ? RecordErrors.NothingChanged()
            : read.Value with { Corrects = sequence, Correction = CorrectionKind.Replaces, Reason = PlainText.Lines(form.Reason!).Trim() };
    }

    private async Task<Result<JournalKind>> KindAsync(JournalKind before, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed == before.Code)
        {
            return before;
        }

        return before.IsMoney
            ? RecordErrors.KindStays()
            : RecordEntry.RecordableKind(typed, await RecordEntry.FindKindAsync(db, typed, cancel));
    }
}
