using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Work.Events.SigningUp;

/// <summary>Those who signed up with an address; their id is that of their first registration.</summary>
internal sealed class KnownRegistrants(TalkaDb db, PrivateLinks links, TimeProvider clock) : IKnownPeople
{
    public async Task<KnownPerson?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Registrations().Where(r => r.Id == id).Select(r => r.Email).FirstOrDefaultAsync(cancel) is { } email ? await FindAsync(email, cancel) : null;

    public async Task<KnownPerson?> FindAsync(string email, CancellationToken cancel)
    {
        var first = await db.Registrations().Where(r => r.Email == email).OrderBy(r => r.Id).Select(r => new { r.Id, r.Name, r.Language }).FirstOrDefaultAsync(cancel);
        if (first is null)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var isActive = await db.Registrations().Standing().Where(r => r.Email == email).AnyAsync(
            r => db.Events().Any(e => e.Id == r.EventId && (e.State == EventState.Postponed || (e.State == EventState.Published && (e.EndsAt == null || e.EndsAt > now)))), cancel);
        return new KnownPerson(new PersonKey(first.Id, first.Name, email), first.Language, IsDone: !isActive);
    }

    public async Task<KnownPerson?> FindByLinkAsync(string token, CancellationToken cancel) => links.TryRead(token) is { } id ? await FindAsync(id, cancel) : null;
}
