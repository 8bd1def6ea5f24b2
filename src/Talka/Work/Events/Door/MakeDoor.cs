using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Door;

/// <summary>Makes a door; its link is told once, here.</summary>
public sealed class MakeDoor(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    private const int Most = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <returns>The token of the link.</returns>
    public async Task<Result<string>> RunAsync(string mandate, Guid id, string? name, DateTime expires, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id, cancel))
        {
            return DoorErrors.EventUnknown();
        }

        var now = clock.GetUtcNow();
        var errors = new List<Error>();
        var tidy = PlainText.Tidy(name);
        if (string.IsNullOrWhiteSpace(tidy))
        {
            errors.Add(DoorErrors.NameMissing());
        }
        else if (tidy.Length > EventDoor.NameLength || !PlainText.IsStorable(tidy))
        {
            errors.Add(DoorErrors.NameTooLong());
        }

        if (expires <= now.UtcDateTime || expires > now.UtcDateTime + Longest)
        {
            errors.Add(DoorErrors.ExpiryWrong());
        }

        if (await db.EventDoors().CountAsync(d => d.EventId == id, cancel) >= Most)
        {
            errors.Add(DoorErrors.TooManyDoors(Most));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var token = DoorLinks.NewToken();
        db.Add(new EventDoor { Id = Guid.CreateVersion7(now), EventId = id, Name = tidy!, TokenHash = DoorLinks.Hash(token), CreatedAt = now.UtcDateTime, ExpiresAt = expires });
        await db.SaveChangesAsync(cancel);
        return token;
    }
}

/// <summary>Closes a door: its link opens nothing any more, and the devices that used it forget what they kept.</summary>
public sealed class CloseDoor(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    public async Task<Result> RunAsync(string mandate, Guid id, Guid door, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var closed = await db.Set<EventDoor>()
            .Where(d => d.Id == door && d.EventId == id && d.RevokedAt == null && db.EventsOf(mandate).Any(e => e.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.RevokedAt, now), cancel);
        return closed == 1 ? Result.Ok : DoorErrors.DoorUnknown();
    }
}
