using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Amendments;

/// <summary>
/// What all that happens to an amendment has in common: whose it is, which state was read, the step in its history and the mail to the other side.
/// All of it is called in a transaction that holds the journal still, so that of two people who answer at once the second sees what the first did.
/// </summary>
public sealed class ProposalKeeping(TalkaDb db, MandateAccess access, MandateMail mail, CurrentActor actor, TimeProvider clock)
{
    private const int MostYearsAway = 10;

    public static string Address(string slug, Guid amendment) => $"/work/mandates/{slug}/amendments/{amendment}";

    /// <summary>The sides for which the current person may speak; the program speaks for the implementer, whose work it does.</summary>
    public async Task<IReadOnlyList<ContractSide>> SidesAsync(string slug, CancellationToken cancel)
    {
        if (actor.Value.IsProgram)
        {
            return [ContractSide.Implementer];
        }

        var roles = actor.Value.PersonId is { } person ? (await access.StandingAsync(person, slug, cancel))?.Roles ?? [] : [];
        return
        [
            .. roles.Contains(MandateRole.Coordinator) ? [ContractSide.Implementer] : Array.Empty<ContractSide>(),
            .. roles.Contains(MandateRole.Supervisor) ? [ContractSide.Authority] : Array.Empty<ContractSide>(),
        ];
    }

    /// <summary>An amendment that is still open, if the person saw it as it is.</summary>
    public async Task<Result<Amendment>> FindAsync(Mandate mandate, Guid id, int? seen, CancellationToken cancel)
    {
        var amendment = await db.Set<Amendment>().AsTracking().FirstOrDefaultAsync(a => a.Id == id && a.MandateId == mandate.Id, cancel);
        return amendment is null ? AmendmentErrors.NotFound()
            : amendment.State != AmendmentState.Proposed || (seen is { } version && version != amendment.Version) ? AmendmentErrors.Moved()
            : amendment;
    }

    /// <summary>The proposal that a change is made to, if any: one of one's own side.</summary>
    public async Task<Result<Amendment?>> OpenAsync(Mandate mandate, Guid? id, int? seen, CancellationToken cancel)
    {
        Amendment? none = null;
        if (id is null)
        {
            return none;
        }

        var own = await OwnAsync(mandate, id.Value, seen, cancel);
        return own.Succeeded ? own.Value : Result<Amendment?>.Failed(own.Errors);
    }

    /// <summary>A proposal of one's own side, to change it.</summary>
    public async Task<Result<Amendment>> OwnAsync(Mandate mandate, Guid id, int? seen, CancellationToken cancel)
    {
        var found = await FindAsync(mandate, id, seen, cancel);
        return !found.Succeeded || (await SidesAsync(mandate.Slug, cancel)).Contains(found.Value.Side) ? found : AmendmentErrors.NotYours();
    }

    public async Task<Result<Guid>> AddAsync(
        Mandate mandate, MandateTerms terms, CarryOverRequest? carryOver, DateOnly inForce, string reason, CancellationToken cancel)
    {
        var errors = Check(mandate, inForce, reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        var amendment = new Amendment
        {
            Id = Guid.CreateVersion7(now),
            MandateId = mandate.Id,
            Number = 1 + (await db.Amendments().Where(a => a.MandateId == mandate.Id).MaxAsync(a => (int?)a.Number, cancel) ?? 0),
            Side = await SidesAsync(mandate.Slug, cancel) is [var side, ..] ? side : default,
            BaseVersion = mandate.Version,
            Terms = terms,
            InForce = inForce,
            Reason = PlainText.Lines(reason).Trim(),
            ProposedAt = now.UtcDateTime,
            ProposedBy = actor.Value.PersonId,
            ProposedByName = actor.Value.Name,
        };
        amendment.CarryOver = carryOver;
        db.Add(amendment);
        return await NoteAsync(mandate, amendment, AmendmentAct.Proposed, amendment.Reason, TermsJson.Write(terms), cancel);
    }

    /// <summary>Sets day and reason, and whatever else <paramref name="change"/> sets.</summary>
    public async Task<Result<Guid>> ChangeAsync(
        Mandate mandate, Amendment amendment, AmendmentAct act, DateOnly inForce, string reason, Action change, CancellationToken cancel)
    {
        var errors = Check(mandate, inForce, reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        (amendment.InForce, amendment.Reason) = (inForce, PlainText.Lines(reason).Trim());
        change();
        return await NoteAsync(mandate, amendment, act, amendment.Reason, TermsJson.Write(amendment.Terms), cancel);
    }

    /// <summary>Keeps a step in the history, saves, and mails those who did not do it.</summary>
    public async Task<Result<Guid>> NoteAsync(
        Mandate mandate, Amendment amendment, AmendmentAct act, string? note, string? terms, CancellationToken cancel)
    {
        var isProgram = act is AmendmentAct.Applied or AmendmentAct.NotApplied;
        amendment.Version++;
        db.Add(new AmendmentStep
        {
            AmendmentId = amendment.Id,
            Number = amendment.Version,
            Act = act,
            At = clock.GetUtcNow().UtcDateTime,
            By = actor.Value.PersonId,
            ByName = actor.Value.Name,
            Side = isProgram ? null : act is AmendmentAct.Agreed or AmendmentAct.Refused ? Other(amendment.Side) : amendment.Side,
            Note = note,
            Terms = terms,
        });

        var key = $"amendment:{amendment.Id}:{amendment.Version}";
        foreach (var side in act switch
        {
            AmendmentAct.Agreed or AmendmentAct.Refused => [amendment.Side],
            AmendmentAct.Applied or AmendmentAct.NotApplied => Enum.GetValues<ContractSide>(),
            _ => [Other(amendment.Side)],
        })
        {
            await mail.ToSideAsync(mandate, side, () => Words(mandate, amendment, act, note), Address(mandate.Slug, amendment.Id), key, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return amendment.Id;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return AmendmentErrors.Moved();
        }
    }

    private static ContractSide Other(ContractSide side) => side == ContractSide.Authority ? ContractSide.Implementer : ContractSide.Authority;

    private (string Subject, string Text) Words(Mandate mandate, Amendment amendment, AmendmentAct act, string? note) =>
        (T("AmendmentMailSubject", mandate.Title, amendment.Number, T("AmendmentAct" + act)),
            T("AmendmentMailText", T("AmendmentAct" + act), actor.Value.IsProgram ? "Talka" : actor.Value.Name, Format.Date(amendment.InForce), note ?? "–"));

    private static List<Error> Check(Mandate mandate, DateOnly inForce, string reason)
    {
        var errors = AmendmentErrors.CheckReason(reason);
        if (mandate.AuthorityId is null)
        {
            errors.Add(AmendmentErrors.NoOtherSide());
        }

        var (first, last) = (mandate.From.AddYears(-1), mandate.To.AddYears(MostYearsAway));
        if (inForce < first || inForce > last)
        {
            errors.Add(AmendmentErrors.DayOutOfRange(first, last));
        }

        return errors;
    }
}
