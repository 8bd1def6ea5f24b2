using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Organisations;

namespace Talka.Work.Events;

/// <summary>An organisation of an event, as the directory names it.</summary>
public sealed record NamedOrganisation(Guid Id, string Name, string Slug, OrganisationRole Role);

/// <summary>An event with all its parts, read one after another.</summary>
public sealed record WholeEvent(
    Event Event, IReadOnlyList<EventSession> Sessions, IReadOnlyList<EventSpeaker> Speakers, IReadOnlyList<NamedOrganisation> Organisations,
    IReadOnlyList<EventMaterial> Materials, IReadOnlyList<EventSeats> Seats)
{
    public const int MostParts = 100;

    /// <summary>Whether it is known when it takes place. Until then the sessions of a copy have the times of day that they are to have, on days that are long over.</summary>
    public bool HasDay => Event.StartsAt is not null;

    public static async Task<WholeEvent> LoadAsync(TalkaDb db, Event one, CancellationToken cancel) => new(
        one,
        await db.EventSessions().Where(s => s.EventId == one.Id).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(MostParts).ToListAsync(cancel),
        await db.EventSpeakers().Where(s => s.EventId == one.Id).OrderBy(s => s.Ordinal).Take(MostParts).ToListAsync(cancel),
        await (from link in db.EventOrganisations()
               join organisation in db.Set<Organisation>() on link.OrganisationId equals organisation.Id
               where link.EventId == one.Id
               orderby link.Role, organisation.NameKey
               select new NamedOrganisation(organisation.Id, organisation.Name, organisation.Slug, link.Role)).Take(MostParts).ToListAsync(cancel),
        await db.EventMaterials().Where(m => m.EventId == one.Id).OrderBy(m => m.Ordinal).Take(MostParts).ToListAsync(cancel),
        await db.EventSeats().Where(s => s.EventId == one.Id).OrderBy(s => s.Mode).ThenBy(s => s.Group).Take(MostParts).ToListAsync(cancel));
}
