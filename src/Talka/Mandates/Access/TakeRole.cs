using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Access;

/// <summary>
/// Takes a role on a mandate away. A mandate keeps somebody who runs it; an auditor whom one side let in is not sent away by the other. Whoever let an
/// auditor in is told when it ends early.
/// </summary>
public sealed class TakeRole(TalkaDb db, MandateAccess access, RoleKeeping roles, MandateMail mail, CurrentActor actor, TimeProvider clock)
{
    public async Task<Result> RunAsync(string slug, Guid person, MandateRole role, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, GiveRole.PolicyFor(role), cancel) is { } refused)
        {
            return refused;
        }

        var errors = RoleKeeping.CheckReason(reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Its row is locked: of the last two coordinators who take each other's role away at once, one fails
        var found = await db.MandatesWithHidden().Where(m => m.Slug == slug).Select(m => new { m.Id, m.AuthorityId, m.Title }).FirstOrDefaultAsync(cancel);
        var mandate = found?.Id ?? Guid.Empty;
        await db.MandatesWithHidden().Where(m => m.Id == mandate).ExecuteUpdateAsync(set => set.SetProperty(m => m.Hidden, m => m.Hidden), cancel);
        if (role == MandateRole.Coordinator
            && !await db.RoleGrants().AnyAsync(g => g.MandateId == mandate && g.Role == role && g.PersonId != person && g.ExpiresAt == null, cancel))
        {
            return AccessErrors.LastCoordinator();
        }

        var giver = role == MandateRole.Auditor ? await GiverAsync(mandate, found?.AuthorityId, person, cancel) : null;
        if (giver is not null && await IsOfOtherSideAsync(slug, giver, cancel))
        {
            return Error.Forbidden("role-of-other-side", T("ErrorRoleOfOtherSide"));
        }

        var held = db.RoleGrants().Where(g => g.MandateId == mandate && g.PersonId == person && g.Role == role);
        var until = await held.Select(g => g.ExpiresAt).FirstOrDefaultAsync(cancel);
        if (await held.ExecuteDeleteAsync(cancel) == 0)
        {
            return AccessErrors.RoleNotHeld();
        }

        roles.Note(person, role, isGiven: false, reason!, mandate, slug);
        if (giver?.Person is { } told && until > clock.GetUtcNow().UtcDateTime)
        {
            var name = await db.People().Where(p => p.Id == person).Select(p => p.DisplayName).FirstOrDefaultAsync(cancel) ?? "–";
            await mail.ToPersonAsync(told, () => (T("AuditEndedSubject", found?.Title), T("AuditEndedText", name, actor.Value.Name, reason!.Trim())),
                $"/work/mandates/{slug}/audit-access", $"audit-ended:{Guid.CreateVersion7(clock.GetUtcNow())}", cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget();
        return Result.Ok;
    }

    // As the history tells: who gave it last, and for which side they spoke then
    private async Task<Giver?> GiverAsync(Guid mandate, Guid? authority, Guid auditor, CancellationToken cancel)
    {
        var given = await db.RoleChanges().Where(c => c.MandateId == mandate && c.PersonId == auditor && c.Role == MandateRole.Auditor && c.IsGiven)
            .OrderByDescending(c => c.Id).Select(c => c.ByPersonId).FirstOrDefaultAsync(cancel);
        if (given is not { } person)
        {
            return null;
        }

        var before = db.RoleChanges().Where(c => c.PersonId == person && c.IsGiven);
        return new(
            person,
            await before.AnyAsync(c => c.Role == MandateRole.Supervisor && c.AuthorityId != null && c.AuthorityId == authority, cancel),
            await before.AnyAsync(c => c.Role == MandateRole.Coordinator && c.MandateId == mandate, cancel));
    }

    private async Task<bool> IsOfOtherSideAsync(string slug, Giver giver, CancellationToken cancel)
    {
        if (actor.Value.PersonId is not { } person || giver.Person == person || giver.IsSupervisor == giver.IsCoordinator
            || await db.People().AnyAsync(p => p.Id == person && p.IsAdministrator, cancel))
        {
            return false;
        }

        var held = (await access.StandingAsync(person, slug, cancel))?.Roles ?? [];
        return !held.Contains(giver.IsSupervisor ? MandateRole.Supervisor : MandateRole.Coordinator);
    }

    private sealed record Giver(Guid Person, bool IsSupervisor, bool IsCoordinator);
}
