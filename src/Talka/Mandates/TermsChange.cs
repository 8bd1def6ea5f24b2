using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Mandates;

/// <summary>
/// The one way in which the terms of a contract change: read the version that the person saw, make the new terms, check them against
/// the rules and against the money already moved (the journal held still meanwhile), keep them as the next version. The use cases say what changes and why.
/// </summary>
public sealed class TermsChange(TalkaDb db, MandateAccess access, TimeProvider clock, CurrentActor actor, JournalWriter journal)
{
    /// <param name="Terms">The terms after the change.</param>
    public sealed record Next(MandateTerms Terms, MandateChange Change, DateOnly InForce, string? Reason);

    /// <param name="seen">The version that the person saw; null takes whatever is in force (command line, import of a file).</param>
    /// <param name="policy">Who may.</param>
    public async Task<Result<MandateTerms>> ApplyAsync(
        string slug, int? seen, Func<MandateTerms, Task<Result<Next>>> change, CancellationToken cancel, string policy = Policies.ManageMandate)
    {
        if (await access.RefuseAsync(slug, policy, cancel) is { } refused)
        {
            return refused;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        var mandate = await db.Set<Mandate>().FirstOrDefaultAsync(m => m.Slug == slug && !m.Hidden, cancel);
        if (mandate is null)
        {
            return MandateErrors.NotFound(slug);
        }

        if (seen is { } number && number != mandate.Version)
        {
            return MandateErrors.Stale();
        }

        var before = mandate.Terms;
        var next = await change(before);
        if (!next.Succeeded)
        {
            return Result<MandateTerms>.Failed(next.Errors);
        }

        var terms = next.Value.Terms;
        if (TermsJson.Write(terms) == TermsJson.Write(before))
        {
            return MandateErrors.NothingChanged();
        }

        var errors = TermsRules.Check(terms);
        if (errors.Count == 0)
        {
            errors.AddRange(terms.CheckMoney(await db.MoneyMovementsAsync(slug, cancel)));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        (mandate.Title, mandate.TitleEn, mandate.From, mandate.To) = (terms.Title, terms.TitleEn, terms.From, terms.To);
        mandate.Terms = terms;
        mandate.Version++;
        db.Add(Version(mandate, next.Value.Change, next.Value.InForce, next.Value.Reason, clock, actor));
        db.AddRange(Revisions(mandate, before, next.Value));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return MandateErrors.Stale();
        }

        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return terms;
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
