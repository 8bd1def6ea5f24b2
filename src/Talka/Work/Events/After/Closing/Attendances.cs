using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Organisations;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Closing;

/// <summary>What is known of everybody who signed up for an event, as one stream: the count and the list are drawn from the same.</summary>
internal static class Attendances
{
    /// <param name="Expected">Whether they had a place before the event.</param>
    public sealed record Seen(Attendee Attendee, bool Expected);

    /// <summary>In the order of their registrations. An organisation that was merged into another is that other.</summary>
    public static IAsyncEnumerable<Seen> AttendancesAsync(this TalkaDb db, Guid eventId)
    {
        var organisations = db.Set<Organisation>();
        return db.Registrations().Where(r => r.EventId == eventId).OrderBy(r => r.Id).Select(r => new
        {
            r.PersonKey,
            CameIn = r.CameAt != null,
            r.OnlineMinutes,
            r.TargetGroup,
            r.State,
            r.Source,
            r.OrganisationName,
            Organisation = organisations.Where(o => o.Id == r.OrganisationId).Select(o => (Guid?)(o.MergedIntoId ?? o.Id)).FirstOrDefault(),
            Name = organisations.Where(o => o.Id == r.OrganisationId).Select(o => organisations.Where(kept => kept.Id == (o.MergedIntoId ?? o.Id)).Select(kept => kept.Name).FirstOrDefault()).FirstOrDefault(),
        }).AsAsyncEnumerable().Select(row => new Seen(
            new Attendee(row.PersonKey, row.CameIn, row.OnlineMinutes, row.TargetGroup, row.Organisation, row.Name ?? row.OrganisationName),
            row.State == RegistrationState.Confirmed && row.Source is not (RegistrationSource.WalkIn or RegistrationSource.OnlineReport)));
    }
}
