using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>How many are in, of how many who hold a place on site or came without one.</summary>
public sealed record DoorNumbers(int In, int Expected)
{
    public static async Task<DoorNumbers> OfAsync(TalkaDb db, Guid eventId, CancellationToken cancel)
    {
        var came = await db.Registrations().CountAsync(r => r.EventId == eventId && r.CameAt != null, cancel);
        var others = await db.Registrations().CountAsync(
            r => r.EventId == eventId && r.State == RegistrationState.Confirmed && r.Mode == EventMode.OnSite && r.CameAt == null, cancel);
        return new DoorNumbers(came, came + others);
    }
}
