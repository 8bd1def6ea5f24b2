using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.Planning;

/// <summary>Brings the parts of an event to what the form says. What stays keeps its id; the caller saves.</summary>
internal static class EventPartsWriter
{
    public static async Task WriteAsync(TalkaDb db, TimeProvider clock, Event one, EventDraft draft, CancellationToken cancel)
    {
        var eventId = one.Id;
        var now = clock.GetUtcNow();
        Guid NewId() => Guid.CreateVersion7(now);

        Match(db, await db.Set<EventSession>().Where(s => s.EventId == eventId && s.RemovedAt == null).ToListAsync(cancel), draft.Sessions, (kept, planned) => kept.Id == planned.Id,
            planned => new EventSession { Id = NewId(), EventId = eventId, StartsAt = planned.StartsAt, EndsAt = planned.EndsAt },
            (session, planned, _) =>
            {
                session.StartsAt = planned.StartsAt;
                session.EndsAt = planned.EndsAt;
                session.Title = planned.Title;
                session.TitleEn = planned.TitleEn;
                session.Programme = planned.Programme;
            },
            one.State == EventState.Draft ? null : session => (session.RemovedAt, session.Programme) = (now.UtcDateTime, null));
        Match(db, await db.Set<EventSpeaker>().Where(s => s.EventId == eventId).ToListAsync(cancel), draft.Speakers, (kept, planned) => kept.Id == planned.Id,
            planned => new EventSpeaker { Id = NewId(), EventId = eventId, Ordinal = 0, Name = planned.Name },
            (speaker, planned, ordinal) =>
            {
                speaker.Ordinal = ordinal;
                speaker.Name = planned.Name;
                speaker.About = planned.About;
                speaker.ConsentAt = planned.Consent ? speaker.ConsentAt ?? now.UtcDateTime : null;
                speaker.PhotoSha256 = planned.PhotoSha256;
            });
        Match(db, await db.Set<EventMaterial>().Where(m => m.EventId == eventId).ToListAsync(cancel), draft.Materials, (kept, planned) => kept.Id == planned.Id,
            planned => new EventMaterial { Id = NewId(), EventId = eventId, Ordinal = 0, Title = planned.Title },
            (material, planned, ordinal) =>
            {
                material.Ordinal = ordinal;
                material.Title = planned.Title;
                material.For = planned.For;
                material.Link = planned.Link;
                material.Sha256 = planned.File?.Sha256;
                material.FileName = planned.File?.Name;
                material.ContentType = planned.File?.ContentType;
                material.Size = planned.File?.Size ?? 0;
            });
        Match(db, await db.Set<EventOrganisation>().Where(o => o.EventId == eventId).ToListAsync(cancel), draft.Organisations, (kept, planned) => kept.OrganisationId == planned.Id,
            planned => new EventOrganisation { EventId = eventId, OrganisationId = planned.Id, Role = planned.Role },
            (organisation, planned, _) => organisation.Role = planned.Role);
    }

    /// <param name="leave">What becomes of those that are planned no more; null where they go for good.</param>
    private static void Match<TKept, TPlanned>(
        TalkaDb db, List<TKept> kept, IReadOnlyList<TPlanned> planned, Func<TKept, TPlanned, bool> isSame, Func<TPlanned, TKept> make, Action<TKept, TPlanned, int> write,
        Action<TKept>? leave = null)
        where TKept : class
    {
        for (var i = 0; i < planned.Count; i++)
        {
            var row = kept.Find(one => isSame(one, planned[i]));
            if (row is null)
            {
                row = make(planned[i]);
                db.Add(row);
            }
            else
            {
                kept.Remove(row);
            }

            write(row, planned[i], i);
        }

        kept.ForEach(leave ?? (row => db.Remove(row)));
    }
}
