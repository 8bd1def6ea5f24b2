using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Journal;

/// <summary>
/// Takes away what an entry says, for ever: salt, payload, everything projected from it, and what others keep of it. The leaf stays, so the tree stays whole,
/// and an entry of kind erasure says that it happened, when, by whom and why. Its files go too, unless another entry has the same.
/// Only what does not count any more may be erased: correct or void it first.
/// </summary>
public sealed class EraseEntry(
    TalkaDb db, JournalWriter writer, IEnumerable<IErasureFollower> followers, LooseFiles files, AuditTrail trail, TimeProvider clock)
{
    /// <param name="reason">Shown to the public; it must not repeat what is erased.</param>
    /// <returns>
    /// The erasure entry.
    /// Fails with <c>value-missing</c>, <c>entry-not-found</c>, <c>entry-still-effective</c>, <c>entry-already-erased</c>, <c>erase-corrected-first</c>, <c>entry-of-system</c>.
    /// </returns>
    public async Task<Result<JournalEntry>> EraseAsync(long sequence, string reason, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return JournalErrors.Missing(nameof(EntryContent.Reason));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await new JournalStore(db).LockTreeAsync(cancel);
        var attached = new List<string>();
        var erased = await EraseAsync(sequence, reason, attached, cancel);
        if (!erased.Succeeded)
        {
            return erased;
        }

        // What voids it repeats its title
        foreach (var voiding in await db.JournalEntries().Where(e => e.Corrects == sequence && e.Correction == CorrectionKind.Voids && e.Payload != null).Select(e => e.Sequence).ToListAsync(cancel))
        {
            var also = await EraseAsync(voiding, reason, attached, cancel);
            if (!also.Succeeded)
            {
                return also;
            }
        }

        await transaction.CommitAsync(cancel);
        await files.DropAsync(attached, cancel);
        return erased;
    }

    private async Task<Result<JournalEntry>> EraseAsync(long sequence, string reason, List<string> attached, CancellationToken cancel)
    {
        var entry = await db.JournalEntries().SingleOrDefaultAsync(e => e.Sequence == sequence, cancel);
        if (await RefusalAsync(sequence, entry, cancel) is { } error)
        {
            return error;
        }

        var kind = await db.JournalKinds().SingleAsync(k => k.Code == Kinds.Erasure, cancel);
        var today = clock.Today();
        var content = EntryRules.Check(new EntryContent
        {
            Mandate = entry!.Mandate!,
            Year = entry.Year!.Value,
            Kind = Kinds.Erasure,
            Title = Texts.T("ErasureTitle", sequence),
            From = today,
            To = today,
            Concerns = sequence,
            Reason = reason,
            Source = new EntrySource("journal"),
        }, kind);
        if (!content.Succeeded)
        {
            return Result<JournalEntry>.Failed(content.Errors);
        }

        foreach (var follower in followers)
        {
            await follower.EraseAsync(entry, cancel);
        }

        attached.AddRange(await db.JournalFiles().Where(f => f.Sequence == sequence).Select(f => f.Sha256).Distinct().ToListAsync(cancel));
        var written = await writer.AppendCheckedAsync(content.Value, store => store.EraseAsync(sequence, cancel), cancel);
        if (!written.Succeeded)
        {
            return written;
        }

        if (entry.ExternalId is { } identity)
        {
            var (mandate, area, hash) = (entry.Mandate, entry.SourceArea!, ErasedIdentity.HashOf(identity));
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO journal_erased_identities (mandate, area, hash) VALUES ({mandate}, {area}, {hash}) ON CONFLICT DO NOTHING", cancel);
        }

        await trail.WriteAsync(TrailAct.Erased, $"entry:{sequence}", entry.Mandate, cancel: cancel);
        return written;
    }

    private async Task<Error?> RefusalAsync(long sequence, JournalEntry? entry, CancellationToken cancel)
    {
        if (entry is null)
        {
            return JournalErrors.EntryNotFound(sequence);
        }

        if (entry.Payload is null)
        {
            return JournalErrors.AlreadyErased(sequence);
        }

        if (await db.JournalKinds().AnyAsync(k => k.Code == entry.Kind && k.IsSystem, cancel))
        {
            return JournalErrors.SystemEntryKept(sequence);
        }

        if (await db.EffectiveEntries().AnyAsync(e => e.Sequence == sequence, cancel))
        {
            return JournalErrors.StillEffective(sequence);
        }

        // The database knows what is corrected from the correction alone: without it, the corrected entry would count again.
        return entry.Corrects is { } corrected && await db.JournalEntries().AnyAsync(e => e.Sequence == corrected && e.Payload != null, cancel)
            ? JournalErrors.EraseCorrectedFirst(sequence, corrected)
            : null;
    }
}
