using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Mandates.Access;

/// <param name="Name">Asked for somebody who has no account yet.</param>
/// <param name="Until">The last day; an auditor has one always, others may.</param>
public sealed record NewRole(string? Email, string? Name, MandateRole Role, string? Reason, DateOnly? Until = null);

/// <summary>Gives a person a role on a mandate.</summary>
public sealed class GiveRole(TalkaDb db, MandateAccess access, RoleKeeping roles, TimeProvider clock)
{
    private static readonly TimeSpan LongestAudit = TimeSpan.FromDays(366);

    /// <summary>The roles that are given on a mandate; supervisors come with their authority.</summary>
    public static IReadOnlyList<MandateRole> Givable { get; } =
        [MandateRole.Coordinator, MandateRole.Accountant, MandateRole.Editor, MandateRole.Viewer, MandateRole.Auditor];

    /// <summary>Auditors are let in by the side that is looked at and by the side that looks; every other role by those who keep the roles.</summary>
    internal static string PolicyFor(MandateRole role) => role == MandateRole.Auditor ? Policies.GiveAuditAccess : Policies.ManageRoles;

    /// <returns>The person, and whether they are new here and need an invitation.</returns>
    public async Task<Result<(Person Person, bool IsNew)>> RunAsync(string slug, NewRole asked, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, PolicyFor(asked.Role), cancel) is { } refused)
        {
            return refused;
        }

        var errors = Check(asked);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Mandates().Where(m => m.Slug == slug).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancel) is not { } mandate)
        {
            return MandateErrors.NotFound(slug);
        }

        var found = await roles.FindOrAddAsync(asked.Email, asked.Name, cancel);
        if (!found.Succeeded)
        {
            return found;
        }

        var (now, expires) = (clock.GetUtcNow().UtcDateTime, asked.Until is { } day ? Riga.StartOf(day.AddDays(1)) : (DateTime?)null);
        var person = found.Value.Person.Id;
        await db.RoleGrants().Where(g => g.MandateId == mandate && g.PersonId == person && g.Role == asked.Role && g.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.Add(new RoleGrant { MandateId = mandate, PersonId = person, Role = asked.Role, Since = now, ExpiresAt = expires });
        roles.Note(person, asked.Role, isGiven: true, asked.Reason!, mandate, slug, expires: expires);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return AccessErrors.RoleHeld();
        }

        await transaction.CommitAsync(cancel);
        access.Forget();
        return found;
    }

    private List<Error> Check(NewRole asked)
    {
        var errors = RoleKeeping.CheckReason(asked.Reason);
        if (!Givable.Contains(asked.Role))
        {
            errors.Add(AccessErrors.RoleUnknown());
        }

        var (today, last) = (clock.Today(), clock.Today().AddDays(LongestAudit.Days));
        if (asked.Role == MandateRole.Auditor && asked.Until is null)
        {
            errors.Add(AccessErrors.EndMissing());
        }
        else if (asked.Until < today || (asked.Role == MandateRole.Auditor && asked.Until > last))
        {
            errors.Add(AccessErrors.EndOutOfRange(last));
        }

        return errors;
    }
}
