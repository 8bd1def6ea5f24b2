using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Mandates.Amendments;

namespace Talka.Mandates;

/// <summary>
/// The one way in which the terms of a contract change: read the version that the person saw, make the new terms, check them against
/// the rules and against what is recorded already (the journal held still meanwhile), keep them as the next version. The use cases say what changes and
/// why. Where an authority supervises the mandate, people change nothing alone: the new terms become a proposal to the other side.
/// </summary>
public sealed class TermsChange(
    TalkaDb db, MandateAccess access, TimeProvider clock, CurrentActor actor, JournalWriter journal, ProposalKeeping proposals)
{
    /// <param name="Terms">The terms after the change.</param>
    public sealed record Next(MandateTerms Terms, MandateChange Change, DateOnly InForce, string? Reason);

    /// <summary>The proposal that the last change became; null where it was made at once.</summary>
    public Guid? Proposed { get; private set; }

    /// <summary>The page of that proposal.</summary>
    public string? Address(string slug) => Proposed is { } id ? ProposalKeeping.Address(slug, id) + "?notice=saved" : null;

    /// <param name="seen">The version that the person saw, of the contract or of the proposal; null takes whatever there is (command line, import of a file).</param>
    /// <param name="policy">Who may, where no other side has to agree.</param>
    public async Task<Result<MandateTerms>> ApplyAsync(
        TermsTarget on, int? seen, Func<MandateTerms, Task<Result<Next>>> change, CancellationToken cancel, string policy = Policies.ManageMandate)
    {
        var proposes = on.Proposal is not null || (!actor.Value.IsProgram && await db.IsSupervisedAsync(on.Slug, cancel));
        if (await access.RefuseAsync(on.Slug, proposes ? Policies.ProposeAmendment : policy, cancel) is { } refused)
        {
            return refused;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        var mandate = await db.Set<Mandate>().FirstOrDefaultAsync(m => m.Slug == on.Slug && !m.Hidden, cancel);
        if (mandate is null)
        {
            return MandateErrors.NotFound(on.Slug);
        }

        var found = await proposals.OpenAsync(mandate, on.Proposal, seen, cancel);
        if (!found.Succeeded)
        {
            return Result<MandateTerms>.Failed(found.Errors);
        }

        var open = found.Value;
        if (open is null && seen is { } number && number != mandate.Version)
        {
            return MandateErrors.Stale();
        }

        var before = open?.Terms ?? mandate.Terms;
        var next = await change(before);
        if (!next.Succeeded)
        {
            return Result<MandateTerms>.Failed(next.Errors);
        }

        if (TermsJson.Write(next.Value.Terms) == TermsJson.Write(before))
        {
            return MandateErrors.NothingChanged();
        }

        var changed = proposes
            ? await ProposeAsync(mandate, open, next.Value, cancel)
            : await ApplyAsync(mandate, next.Value, cancel);
        if (changed.Succeeded && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return changed;
    }

    /// <summary>Makes new terms the next version, if they may be. Must be called in a transaction that holds the journal still.</summary>
    internal async Task<Result<MandateTerms>> ApplyAsync(Mandate mandate, Next next, CancellationToken cancel)
    {
        var (before, terms) = (mandate.Terms, next.Terms);
        var errors = await CheckAsync(before, terms, cancel);
        if (errors.Count > 0)
        {
            return errors;
        }

        (mandate.Title, mandate.TitleEn, mandate.From, mandate.To) = (terms.Title, terms.TitleEn, terms.From, terms.To);
        mandate.Terms = terms;
        mandate.Version++;
        db.Add(Version(mandate, next.Change, next.InForce, next.Reason, clock, actor));
        db.AddRange(Revisions(mandate, before, next));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return MandateErrors.Stale();
        }

        return terms;
    }

    /// <summary>Whether terms could take the place of those in force now.</summary>
    internal async Task<List<Error>> CheckAsync(MandateTerms before, MandateTerms after, CancellationToken cancel)
    {
        var errors = await db.CheckRecordedAsync(before, after, cancel);
        errors.AddRange(TermsRules.Check(after));
        if (errors.Count == 0)
        {
            errors.AddRange(after.CheckMoney(await db.MoneyMovementsAsync(after.Slug, cancel)));
        }

        return errors;
    }

    private async Task<Result<MandateTerms>> ProposeAsync(Mandate mandate, Amendment? open, Next next, CancellationToken cancel)
    {
        var errors = TermsRules.Reason(next.Reason ?? "").ToList();
        errors.AddRange(await CheckAsync(mandate.Terms, next.Terms, cancel));
        if (errors.Count > 0)
        {
            return errors;
        }

        var kept = open is null
            ? await proposals.AddAsync(mandate, next.Terms, null, next.InForce, next.Reason!, cancel)
            : await proposals.ChangeAsync(mandate, open, AmendmentAct.Changed, next.InForce, next.Reason!, () => open.Terms = next.Terms, cancel);
        Proposed = kept.Succeeded ? kept.Value : null;
        return kept.Succeeded ? next.Terms : Result<MandateTerms>.Failed(kept.Errors);
    }

    public static MandateVersion Version(
        Mandate mandate, MandateChange change, DateOnly inForce, string? reason, TimeProvider clock, CurrentActor actor) => new()
        {
            MandateId = mandate.Id,
            Number = mandate.Version,
            Change = change,
            InForce = inForce,
            Reason = reason,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            RecordedBy = actor.Value.PersonId,
            RecordedByName = actor.Value.Name,
            Terms = mandate.Terms,
        };

    private static IEnumerable<PlanRevision> Revisions(Mandate mandate, MandateTerms before, Next next)
    {
        var old = before.PlanByYearAndStream;
        return next.Terms.Plan.Where(p => !old.TryGetValue((p.Year, p.Stream), out var amount) || amount != p.Amount).Select(p => new PlanRevision
        {
            MandateId = mandate.Id,
            Version = mandate.Version,
            Year = p.Year,
            Stream = p.Stream,
            Before = old.TryGetValue((p.Year, p.Stream), out var amount) ? amount : null,
            After = p.Amount,
            DecidedOn = next.InForce,
            Reason = next.Reason ?? "",
        });
    }
}
