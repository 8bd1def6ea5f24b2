using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>Something that a device noted, perhaps without a network.</summary>
/// <param name="Id">Of the check-in, made on the device.</param>
/// <param name="Person">Short code of the person.</param>
/// <param name="At">By the clock of the device.</param>
/// <param name="TakesBack">Null for a check-in; else the check-ins that are taken back.</param>
public sealed record DoorNote(Guid Id, string Person, DateTime At, IReadOnlyList<Guid>? TakesBack = null);

/// <summary>
/// Takes in what devices noted. Notes are a set to which things are only added: each check-in by its id, once; each taking back by the id of what it takes
/// back, also when that comes later. So it makes no difference how often, in which order and at which doors notes arrive, and a person is in while any
/// check-in of theirs has not been taken back.
/// </summary>
public sealed class SyncDoor(TalkaDb db, TimeProvider clock)
{
    public const int Most = 500;

    /// <returns>How many of the notes concern nobody of this event.</returns>
    public async Task<int> RunAsync(OpenDoor door, IReadOnlyList<DoorNote> notes, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var codes = notes.Select(note => note.Person).ToHashSet(StringComparer.Ordinal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // One synchronisation of an event at a time; check-ins at doors that have a network go on meanwhile
        await db.Set<Event>().Where(e => e.Id == door.EventId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version), cancel);
        var people = await db.Registrations().Where(r => r.EventId == door.EventId && codes.Contains(r.ShortCode)).ToDictionaryAsync(r => r.ShortCode, r => r.Id, cancel);
        var ids = people.Values.ToList();
        await db.Set<Registration>().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.CameAt, r => r.CameAt), cancel);

        var known = notes.Where(note => people.ContainsKey(note.Person)).ToList();
        await AddAsync(door, known, people, now, cancel);
        await TakeBackAsync(known, people, now, cancel);
        await db.Set<Registration>().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(
            r => r.CameAt, r => db.Set<CheckIn>().Where(c => c.RegistrationId == r.Id && c.TakenBackAt == null).Min(c => (DateTime?)c.At)), cancel);
        await transaction.CommitAsync(cancel);
        return notes.Count - known.Count;
    }

    // A check-in that is taken back before it is known is noted as taken back.
    private async Task AddAsync(OpenDoor door, List<DoorNote> notes, Dictionary<string, Guid> people, DateTime now, CancellationToken cancel)
    {
        var wanted = notes.SelectMany(note => (note.TakesBack ?? [note.Id]).Select(id => (Id: id, Note: note))).GroupBy(one => one.Id)
            .ToDictionary(same => same.Key, same => same.First().Note);
        var ids = wanted.Keys.ToList();
        var there = await db.CheckIns().Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel);
        foreach (var id in ids.Except(there))
        {
            var note = wanted[id];
            db.Add(new CheckIn
            {
                Id = id,
                EventId = door.EventId,
                RegistrationId = people[note.Person],
                At = Within(note.At, door.CreatedAt, now),
                ReceivedAt = now,
                DoorId = door.Id,
                TakenBackAt = note.TakesBack is null ? null : now,
            });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task TakeBackAsync(List<DoorNote> notes, Dictionary<string, Guid> people, DateTime now, CancellationToken cancel)
    {
        foreach (var note in notes.Where(note => note.TakesBack is { Count: > 0 }))
        {
            var person = people[note.Person];
            await db.Set<CheckIn>().Where(c => note.TakesBack!.Contains(c.Id) && c.RegistrationId == person && c.TakenBackAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.TakenBackAt, now), cancel);
        }
    }

    // The clock of a device may be wrong: nobody came in before there was a door, nor after it was told.
    private static DateTime Within(DateTime at, DateTime from, DateTime to)
    {
        var utc = at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : DateTime.SpecifyKind(at, DateTimeKind.Utc);
        return utc < from ? from : utc > to ? to : utc;
    }
}
