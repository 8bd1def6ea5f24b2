using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Access;

/// <summary>What somebody may do, and the history of it; the history keeps ids alone and outlives the account.</summary>
internal sealed class RolesPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "roles";
    public string Title => T("RolesData");
    public string AfterErasure => T("RolesErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(RoleGrant), nameof(RoleGrant.PersonId)), new(typeof(AuthorityMember), nameof(AuthorityMember.PersonId)),
        new(typeof(RoleChange), nameof(RoleChange.PersonId), nameof(RoleChange.ByPersonId)),
    ];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) =>
        (from change in db.Set<RoleChange>()
         where change.PersonId == person.Id || change.ByPersonId == person.Id
         orderby change.Id descending
         select new
         {
             change.At,
             change.Role,
             change.IsGiven,
             change.ExpiresAt,
             change.Reason,
             Mine = change.PersonId == person.Id,
             Place = db.Set<Mandate>().Where(mandate => mandate.Id == change.MandateId).Select(mandate => mandate.Slug).FirstOrDefault()
                 ?? db.Set<Authority>().Where(authority => authority.Id == change.AuthorityId).Select(authority => authority.Name).FirstOrDefault(),
         }).Take(most).AsAsyncEnumerable().Select(change => new PersonalRow(
            PersonalFact.At(change.At),
            PersonalFact.What(T((change.Mine, change.IsGiven) switch
            {
                (true, true) => "RolesGiven",
                (true, false) => "RolesTaken",
                (false, true) => "RolesGivenByYou",
                _ => "RolesTakenByYou",
            }, T("Role" + change.Role))),
            new PersonalFact("place", T("RolesPlace"), change.Place),
            new PersonalFact("expiresAt", T("RoleUntil"), change.ExpiresAt is { } until ? Format.Instant(until) : null),
            new PersonalFact("reason", T("RoleReason"), change.Reason)));

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        await db.Set<RoleGrant>().Where(grant => grant.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Set<AuthorityMember>().Where(member => member.PersonId == person.Id).ExecuteDeleteAsync(cancel);
    }
}
