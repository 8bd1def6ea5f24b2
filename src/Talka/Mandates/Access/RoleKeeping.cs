using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Mandates.Access;

/// <summary>What giving and taking roles have in common: the reason, the history, the person who may not be here yet.</summary>
public sealed class RoleKeeping(TalkaDb db, AddPerson add, CurrentActor actor, AuditTrail trail, TimeProvider clock)
{
    public static List<Error> CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? [AccessErrors.ReasonMissing()]
        : reason.Length > RoleChange.ReasonLength ? [AccessErrors.ReasonTooLong()]
        : PlainText.IsStorable(reason) ? []
        : [MandateErrors.NotText("Reason")];

    /// <summary>Adds a line to the history and one to the audit trail, in the caller's transaction.</summary>
    /// <param name="slug">Of the mandate, where there is one.</param>
    public void Note(
        Guid person, MandateRole role, bool isGiven, string reason, Guid? mandate = null, string? slug = null, Guid? authority = null, DateTime? expires = null)
    {
        var where = authority is null ? "" : $" authority:{authority}";
        trail.Add(TrailAct.RoleChanged, $"person:{person}", slug, $"{role} {(isGiven ? "given" : "taken")}{where}");
        var now = clock.GetUtcNow();
        db.Add(new RoleChange
        {
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            ByPersonId = actor.Value.PersonId,
            PersonId = person,
            Role = role,
            IsGiven = isGiven,
            MandateId = mandate,
            AuthorityId = authority,
            ExpiresAt = expires,
            Reason = reason.Trim(),
        });
    }

    /// <summary>The person of an address; somebody who is not here yet is added, and will choose a password by a link.</summary>
    /// <returns>The person, and whether they are new.</returns>
    public async Task<Result<(Person Person, bool IsNew)>> FindOrAddAsync(string? email, string? name, CancellationToken cancel)
    {
        var key = email?.Trim().ToUpperInvariant() ?? "";
        if (PlainText.IsStorable(key) && await db.Set<Person>().FirstOrDefaultAsync(p => p.NormalizedUserName == key, cancel) is { } known)
        {
            return (known, false);
        }

        var created = await add.RunAsync(new NewPerson(email, name), cancel);
        return created.Succeeded ? (created.Value, true) : Result<(Person, bool)>.Failed(created.Errors);
    }
}
