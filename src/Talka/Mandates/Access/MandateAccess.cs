using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Mandates.Access;

/// <summary>What a person is to one mandate.</summary>
public sealed record Standing(Guid MandateId, IReadOnlyList<MandateRole> Roles);

/// <summary>Tells who may do what on which mandate, from roles and authorities as they are now. What was once asked is remembered for the request.</summary>
public sealed class MandateAccess(TalkaDb db, TimeProvider clock, CurrentActor actor)
{
    private readonly Dictionary<(Guid Person, string Slug), Standing?> _standings = [];
    private static readonly MandateRole[] Keepers = Policies.OnMandate[Policies.RunEvents];

    private readonly Dictionary<Guid, (bool Works, bool Supervises, bool Keeps)> _reach = [];

    /// <returns>Null when there is no such mandate.</returns>
    public async Task<Standing?> StandingAsync(Guid person, string slug, CancellationToken cancel)
    {
        if (!_standings.TryGetValue((person, slug), out var standing))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var found = await db.Mandates().Where(m => m.Slug == slug).Select(m => new
            {
                m.Id,
                Roles = db.RoleGrants().Where(g => g.MandateId == m.Id && g.PersonId == person && (g.ExpiresAt == null || g.ExpiresAt > now)).Select(g => g.Role).ToList(),
                Supervises = db.AuthorityMembers().Any(member => member.AuthorityId == m.AuthorityId && member.PersonId == person),
            }).FirstOrDefaultAsync(cancel);
            standing = found is null ? null : new Standing(found.Id, found.Supervises ? [.. found.Roles, MandateRole.Supervisor] : found.Roles);
            _standings[(person, slug)] = standing;
        }

        return standing;
    }

    /// <summary>Whether somebody has a role on any mandate, whether they belong to an authority, and whether they run events on any mandate and so keep the directory.</summary>
    public async Task<(bool Works, bool Supervises, bool Keeps)> ReachAsync(Guid person, CancellationToken cancel)
    {
        if (!_reach.TryGetValue(person, out var reach))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var found = await db.People().Where(p => p.Id == person).Select(p => new
            {
                Supervises = db.AuthorityMembers().Any(member => member.PersonId == person),
                HasRole = db.RoleGrants().Any(g => g.PersonId == person && (g.ExpiresAt == null || g.ExpiresAt > now)),
                Keeps = db.RoleGrants().Any(g => g.PersonId == person && (g.ExpiresAt == null || g.ExpiresAt > now) && Keepers.Contains(g.Role)),
            }).FirstOrDefaultAsync(cancel);
            _reach[person] = reach = (found is { Supervises: true } or { HasRole: true }, found?.Supervises == true, found?.Keeps == true);
        }

        return reach;
    }

    /// <summary>Asked by each use case about the one in whose name it runs. The program itself is never refused, somebody unknown always.</summary>
    /// <param name="slug">Null where the policy is about the installation.</param>
    /// <returns>Null when it may go on.</returns>
    public async Task<Error?> RefuseAsync(string? slug, string policy, CancellationToken cancel)
    {
        if (actor.Value.IsProgram)
        {
            return null;
        }

        if (actor.Value.PersonId is not { } person)
        {
            return AccessErrors.NotAllowed();
        }

        var isAdministrator = await db.People().AnyAsync(p => p.Id == person && p.IsAdministrator, cancel);
        if (slug is null)
        {
            var may = policy switch
            {
                Policies.Administer or Policies.CreateMandates => isAdministrator,
                Policies.KeepDirectory => isAdministrator || (await ReachAsync(person, cancel)).Keeps,
                _ => false,
            };
            return may ? null : AccessErrors.NotAllowed();
        }

        return await StandingAsync(person, slug, cancel) is not { } standing ? MandateErrors.NotFound(slug)
            : Policies.Allows(policy, standing.Roles, isAdministrator) ? null
            : AccessErrors.NotAllowed();
    }

    /// <summary>Forgets what was asked: roles have changed.</summary>
    internal void Forget()
    {
        _standings.Clear();
        _reach.Clear();
    }
}

public static class AccessQueries
{
    public static IQueryable<RoleGrant> RoleGrants(this TalkaDb db) => db.Set<RoleGrant>().AsNoTracking();

    public static IQueryable<RoleChange> RoleChanges(this TalkaDb db) => db.Set<RoleChange>().AsNoTracking();

    public static IQueryable<Authority> Authorities(this TalkaDb db) => db.Set<Authority>().AsNoTracking();

    public static IQueryable<AuthorityMember> AuthorityMembers(this TalkaDb db) => db.Set<AuthorityMember>().AsNoTracking();

    /// <summary>The mandates on which somebody has a role, or whose authority they belong to. Asked from the person, so that it costs what the person has and not what the installation has.</summary>
    public static IQueryable<Mandate> MandatesOf(this TalkaDb db, Guid person, DateTime now) => db.Mandates().Where(m =>
        db.RoleGrants().Where(g => g.PersonId == person && (g.ExpiresAt == null || g.ExpiresAt > now)).Select(g => g.MandateId).Contains(m.Id)
        || db.AuthorityMembers().Where(member => member.PersonId == person).Select(member => (Guid?)member.AuthorityId).Contains(m.AuthorityId));
}
