using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

internal static class RegistrationReading
{
    /// <summary>The event of a registration; null when there is no such registration.</summary>
    public static Task<EventFacts?> EventOfAsync(this TalkaDb db, Guid registration, CancellationToken cancel) => db.Events()
        .Where(e => e.Id == db.Registrations().Where(r => r.Id == registration).Select(r => r.EventId).FirstOrDefault())
        .Select(EventFacts.From(db)).FirstOrDefaultAsync(cancel);

    /// <summary>For whom a registration speaks, to be changed: of whoever registered others all of them, of one who was brought along that one.</summary>
    public static IQueryable<Registration> PartyOf(this TalkaDb db, Guid registration) =>
        db.Set<Registration>().AsTracking().Where(r => r.Id == registration || r.PartyId == registration);

    /// <summary>Whether a place is counted for it.</summary>
    public static bool HoldsPlace(this Registration registration) =>
        registration.State is RegistrationState.Unconfirmed or RegistrationState.Confirmed or RegistrationState.Offered;
}
