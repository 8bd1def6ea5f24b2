using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Door;

/// <summary>People who signed up, as they stand in the database, and doors to let them in by.</summary>
internal static class Guests
{
    private static long _number;

    public static Task<Registration> AddGuestAsync(
        this TestSite site, Event e, string name, string? email = null, EventMode mode = EventMode.OnSite, RegistrationState state = RegistrationState.Confirmed,
        string? group = null, string? organisation = null, int? minutes = null, string? key = null) => site.InScopeAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>());
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var guest = new Registration
        {
            Id = id,
            EventId = e.Id,
            PartyId = id,
            Number = Interlocked.Increment(ref _number),
            Name = name,
            Email = email,
            PersonKey = key ?? email ?? $"#{id:n}",
            Mode = mode,
            State = state,
            Source = RegistrationSource.Public,
            Language = "lv",
            TargetGroup = group,
            OrganisationName = organisation,
            OnlineMinutes = minutes,
            TicketCode = TicketCodes.NewTicket(),
            ShortCode = TicketCodes.NewShort(),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(guest);
        await db.SaveChangesAsync();
        return guest;
    });

    /// <returns>The door and the token of its link.</returns>
    public static Task<(OpenDoor Door, string Token)> AddDoorAsync(this TestSite site, Event e, string name = "Galvenā ieeja") => site.InScopeAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var made = await services.GetRequiredService<MakeDoor>().RunAsync(SampleEvents.Mandate, e.Id, name, now.AddDays(10), CancellationToken.None);
        return ((await db.OpenDoorAsync(made.Value, now, CancellationToken.None))!, made.Value);
    });

    public static Task<Admission> LetInAsync(this TestSite site, OpenDoor door, Registration guest, Guid? id = null) => site.InScopeAsync(services =>
        services.GetRequiredService<CheckPeopleIn>().InAsync(door, guest.Id, id ?? Guid.CreateVersion7(), anyway: false, CancellationToken.None));

    public static Task<int> SyncAsync(this TestSite site, OpenDoor door, params DoorNote[] notes) =>
        site.InScopeAsync(services => services.GetRequiredService<SyncDoor>().RunAsync(door, notes, CancellationToken.None));

    public static Task<Registration> ReadAsync(this TestSite site, Registration guest) => site.InScopeAsync(services =>
        Task.FromResult(services.GetRequiredService<TalkaDb>().Registrations().Single(r => r.Id == guest.Id)));
}
