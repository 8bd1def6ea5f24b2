using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Mandates.Access;

/// <summary>
/// Says which authority supervises a mandate; null: none. That gives and takes the supervisor's role of all members on both sides, so it is kept and
/// told as every change of roles.
/// </summary>
public sealed class PlaceUnderAuthority(TalkaDb db, MandateAccess access, RoleKeeping roles, PlacementLetters letters, AuditTrail trail)
{
    /// <returns>Fails with <c>reason-missing</c>, <c>reason-too-long</c>, <c>not-storable</c>, <c>authority-unknown</c>, <c>mandate-not-found</c>.</returns>
    public async Task<Result> RunAsync(string slug, Guid? authority, string? reason, CancellationToken cancel)
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

        if (authority is not null && !await db.Authorities().AnyAsync(a => a.Id == authority, cancel))
        {
            return AccessErrors.AuthorityUnknown();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Its row is locked: of two who place it at once, the second sees where the first has put it
        await db.Mandates().Where(m => m.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(m => m.Hidden, m => m.Hidden), cancel);
        if (await db.Mandates().AsNoTracking().FirstOrDefaultAsync(m => m.Slug == slug, cancel) is not { } mandate)
        {
            return MandateErrors.NotFound(slug);
        }

        if (mandate.AuthorityId == authority)
        {
            return Result.Ok;
        }

        await db.Mandates().Where(m => m.Id == mandate.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.AuthorityId, authority), cancel);
        foreach (var member in await db.AuthorityMembers().Where(m => m.AuthorityId == mandate.AuthorityId || m.AuthorityId == authority)
            .OrderBy(m => m.PersonId).ToListAsync(cancel))
        {
            roles.Note(member.PersonId, MandateRole.Supervisor, member.AuthorityId == authority, reason!, mandate.Id, slug, member.AuthorityId);
        }

        trail.Add(TrailAct.SettingChanged, "supervising authority", slug, $"{Named(mandate.AuthorityId)} → {Named(authority)}");
        await letters.TellAsync(mandate, authority, reason!, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget();
        return Result.Ok;
    }

    private static string Named(Guid? authority) => authority is null ? "none" : $"authority:{authority}";
}
