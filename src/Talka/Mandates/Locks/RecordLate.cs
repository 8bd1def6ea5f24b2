using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Mandates.Locks;

/// <summary>
/// Records what a consent was given for, in the name of whoever presses the button and just as it was asked for. Not done by the consent itself:
/// the entry is the implementer's, and what has changed since the question (money spent, an entry corrected) is told to somebody who can act on it.
/// </summary>
public sealed class RecordLate(TalkaDb db, MandateAccess access, DecisionKeeping decisions, JournalWriter journal, FileStore files)
{
    public async Task<Result<JournalEntry>> RunAsync(string slug, Guid id, CancellationToken cancel)
    {
        var asked = await Consents(slug, id).Select(c => new { c.Kind, c.Corrects }).FirstOrDefaultAsync(cancel);
        if (asked is null)
        {
            return LockErrors.ConsentUnknown();
        }

        var policy = DecisionKeeping.PolicyOf(asked.Kind, asked.Corrects is not null, await db.IsSupervisedAsync(slug, cancel));
        if (await access.RefuseAsync(slug, policy, cancel) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await journal.LockAsync(cancel);
        var consent = await Consents(slug, id).FirstAsync(cancel);
        if (consent is not { State: LateState.Given, DecidedAt: { } decided, IsErased: false } || await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return LockErrors.NotGiven();
        }

        var content = EntryPayload.Read(consent.Content) with { Late = new(id, LockedYears.GivenOn(decided)) };
        var errors = await CheckAsync(terms, content, cancel);
        if (errors.Count > 0)
        {
            return errors;
        }

        var entry = await journal.AppendAsync(content, cancel);
        if (!entry.Succeeded)
        {
            return entry;
        }

        var sequence = entry.Value.Sequence;
        await db.Set<LateConsent>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Sequence, sequence), cancel);
        if (asked.Corrects is not null)
        {
            await decisions.TellAsync(entry.Value, cancel);
        }

        await transaction.CommitAsync(cancel);
        return entry;
    }

    // What the way in checked when it was asked for, and may be otherwise by now.
    private async Task<List<Error>> CheckAsync(MandateTerms terms, EntryContent content, CancellationToken cancel)
    {
        var errors = new List<Error>();
        if (!Kinds.Decisions.Contains(content.Kind) && (terms.YearOf(content.From) != content.Year || terms.YearOf(content.To) != content.Year))
        {
            errors.Add(LockErrors.YearMoved());
        }

        errors.AddRange(content.Files.Where(file => !files.Exists(file.Sha256)).Select(file => LockErrors.FileGone(file.Name)));
        if (Kinds.Money.Contains(content.Kind))
        {
            errors.AddRange(terms.CheckMoneyWith(await db.MoneyMovementsAsync(terms.Slug, cancel), content));
        }

        return errors;
    }

    private IQueryable<LateConsent> Consents(string slug, Guid id) =>
        from consent in db.LateConsents()
        join mandate in db.Mandates() on consent.MandateId equals mandate.Id
        where mandate.Slug == slug && consent.Id == id
        select consent;
}
