using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Puts the mails of messages that are due into the outbox, some hundreds at a time. How far a message is stands in the database and moves in the same
/// transaction as its mails; so a node that dies leaves the rest to the next one, two nodes never write to the same people, and nobody gets a mail twice.
/// </summary>
public sealed class SendEventMessages(TalkaDb db, MessageText text, Outbox outbox, TimeProvider clock, ILogger<SendEventMessages> log)
{
    public const string Name = "Messages about events";

    private const int Part = 300;
    private const int Messages = 50;

    /// <returns>How many mails were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await AddRemindersAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var (mails, seen) = (0, new List<Guid>());
        while (await DueAsync(now, seen, cancel) is { Count: > 0 } due)
        {
            foreach (var message in due)
            {
                seen.Add(message.Id);
                mails += await TrySendAsync(message, now, cancel);
            }
        }

        return mails;
    }

    // A reminder of what has no time at present waits for the new one
    private Task<List<EventMessage>> DueAsync(DateTime now, List<Guid> seen, CancellationToken cancel) => db.EventMessages()
        .Where(m => m.SentAt == null && m.DueAt <= now && !seen.Contains(m.Id)
            && (m.Kind != MessageKind.Reminder || !db.Events().Any(e => e.Id == m.EventId && e.State == EventState.Postponed)))
        .OrderBy(m => m.DueAt).Take(Messages).ToListAsync(cancel);

    private async Task<int> TrySendAsync(EventMessage message, DateTime now, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(message, now, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The others are not to wait for the one that is wrong
            log.LogError(failure, "Message {Message} could not be sent and is tried again", message.Id);
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task<int> SendAsync(EventMessage message, DateTime now, CancellationToken cancel)
    {
        var e = await db.Events().Where(e => e.Id == message.EventId).Select(EventFacts.From(db)).SingleAsync(cancel);
        if (message is { Kind: MessageKind.Reminder, DoneTo: null } && await IsPastAsync(message, e, now, cancel))
        {
            await Claimed(message.Id, null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now), cancel);
            return 0;
        }

        var (mails, doneTo) = (0, message.DoneTo);
        while (true)
        {
            var people = await db.Registrations().Where(r => r.EventId == e.Id).Of(message.To).Where(r => doneTo == null || r.Id > doneTo)
                .OrderBy(r => r.Id).Take(Part).ToListAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var (last, count) = (people.Count > 0 ? people[^1].Id : doneTo, people.Count);
            var finished = count < Part ? now : (DateTime?)null;
            var claimed = await Claimed(message.Id, doneTo).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.DoneTo, last).SetProperty(m => m.Mails, m => m.Mails + count).SetProperty(m => m.SentAt, finished), cancel);
            if (claimed == 0)
            {
                return mails; // another node is at it, or the organiser took it back
            }

            foreach (var person in people)
            {
                outbox.Add(text.Write(message, e, person));
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            (mails, doneTo) = (mails + count, last);
            if (finished is not null)
            {
                return mails;
            }
        }
    }

    private IQueryable<EventMessage> Claimed(Guid id, Guid? doneTo) => db.Set<EventMessage>().Where(m => m.Id == id && m.SentAt == null && m.DoneTo == doneTo);

    /// <summary>A reminder of what has begun or is off says nothing; nor does one whose time came together with that of a later one.</summary>
    private async Task<bool> IsPastAsync(EventMessage message, EventFacts e, DateTime now, CancellationToken cancel) =>
        e.State != EventState.Published || e.StartsAt is null || e.StartsAt <= now || await db.EventMessages().AnyAsync(
            m => m.EventId == e.Id && m.Kind == MessageKind.Reminder && m.SentAt == null && m.DueAt <= now && m.DueAt > message.DueAt, cancel);

    // An event that was published gets the usual reminders, once; those whose time has passed already stand as not sent
    private async Task AddRemindersAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var events = await db.Events().Where(e => e.State == EventState.Published && e.StartsAt > now.UtcDateTime && !db.EventMessages().Any(m => m.EventId == e.Id && m.Kind == MessageKind.Reminder))
            .OrderBy(e => e.StartsAt).Select(e => new { e.Id, e.StartsAt }).Take(Messages).ToListAsync(cancel);
        foreach (var e in events)
        {
            db.AddRange(Reminders.Usual.Select(minutes => new EventMessage
            {
                Id = ReminderId(e.Id, minutes),
                EventId = e.Id,
                Kind = MessageKind.Reminder,
                To = MessageTo.WithPlace,
                MinutesBefore = minutes,
                DueAt = e.StartsAt!.Value.AddMinutes(-minutes),
                SentAt = e.StartsAt.Value.AddMinutes(-minutes) <= now.UtcDateTime ? now.UtcDateTime : null,
            }));
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // Another node added them at the same moment, under the same ids
        }

        db.ChangeTracker.Clear();
    }

    private static Guid ReminderId(Guid eventId, int minutes)
    {
        Span<byte> name = stackalloc byte[20];
        eventId.TryWriteBytes(name);
        BitConverter.TryWriteBytes(name[16..], minutes);
        return new Guid(System.Security.Cryptography.SHA256.HashData(name).AsSpan(0, 16));
    }
}
