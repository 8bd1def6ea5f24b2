using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Mandates.Access;

/// <summary>Enters an authority, or changes its name or number.</summary>
public sealed class SaveAuthority(TalkaDb db, MandateAccess access, AuditTrail trail, TimeProvider clock)
{
    /// <param name="id">Null for a new one.</param>
    public async Task<Result<Guid>> RunAsync(Guid? id, string? name, string? registrationNumber, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var number = RegistrationNumber.Clean(registrationNumber);
        List<Error> errors =
        [
            .. string.IsNullOrWhiteSpace(name) ? [MandateErrors.Missing("Name")]
                : name.Trim().Length > Authority.NameLength ? [MandateErrors.TooLong("Name", Authority.NameLength)]
                : PlainText.IsStorable(name) ? Array.Empty<Error>() : [MandateErrors.NotText("Name")],
        ];
        if (number is not null && !RegistrationNumber.IsValid(number))
        {
            errors.Add(MandateErrors.RegistrationNumberWrong(PlainText.IsStorable(number) ? number : "", "RegistrationNumber"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var authority = id is null ? null : await db.Set<Authority>().AsTracking().FirstOrDefaultAsync(a => a.Id == id, cancel);
        if (authority is null && id is not null)
        {
            return AccessErrors.AuthorityUnknown();
        }

        var isNew = authority is null;
        if (authority is null)
        {
            authority = new Authority { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name!.Trim() };
            db.Add(authority);
        }

        (authority.Name, authority.RegistrationNumber) = (name!.Trim(), number);
        trail.Add(TrailAct.SettingChanged, $"authority:{authority.Id}", detail: isNew ? "entered" : "name, number");
        try
        {
            await db.SaveChangesAsync(cancel);
            return authority.Id;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return AccessErrors.AuthorityNameTaken();
        }
    }
}

/// <summary>Makes a person a member of an authority, and so the supervisor of its mandates; or ends that.</summary>
public sealed class ChangeMembership(TalkaDb db, MandateAccess access, RoleKeeping roles, TimeProvider clock)
{
    /// <returns>The person, and whether they are new here and need an invitation.</returns>
    public async Task<Result<(Person Person, bool IsNew)>> JoinAsync(Guid authority, string? email, string? name, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var errors = RoleKeeping.CheckReason(reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await db.Authorities().AnyAsync(a => a.Id == authority, cancel))
        {
            return AccessErrors.AuthorityUnknown();
        }

        var found = await roles.FindOrAddAsync(email, name, cancel);
        if (!found.Succeeded)
        {
            return found;
        }

        db.Add(new AuthorityMember { AuthorityId = authority, PersonId = found.Value.Person.Id, Since = clock.GetUtcNow().UtcDateTime });
        roles.Note(found.Value.Person.Id, MandateRole.Supervisor, isGiven: true, reason!, authority: authority);
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

    public async Task<Result> LeaveAsync(Guid authority, Guid person, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var errors = RoleKeeping.CheckReason(reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.AuthorityMembers().Where(m => m.AuthorityId == authority && m.PersonId == person).ExecuteDeleteAsync(cancel) == 0)
        {
            return AccessErrors.RoleNotHeld();
        }

        roles.Note(person, MandateRole.Supervisor, isGiven: false, reason!, authority: authority);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget();
        return Result.Ok;
    }
}
