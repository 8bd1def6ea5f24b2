using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>The reminders of an event, which follow its beginning.</summary>
internal static class Reminders
{
    /// <summary>A week, a day and an hour before the beginning.</summary>
    public static IReadOnlyList<int> Usual { get; } = [7 * 24 * 60, 24 * 60, 60];

    /// <summary>
    /// Sets the reminders of an event that begins at another time now; the caller saves. Those that went out, or were late, for the old time are due again for the new one.
    /// One that the organiser took back stays so.
    /// </summary>
    public static async Task MoveAsync(TalkaDb db, Event one, DateTime now, CancellationToken cancel)
    {
        var reminders = await db.Set<EventMessage>().AsTracking().Where(m => m.EventId == one.Id && m.Kind == MessageKind.Reminder).ToListAsync(cancel);
        foreach (var reminder in reminders.Where(m => !IsTakenBack(m)))
        {
            var due = one.StartsAt?.AddMinutes(-(reminder.MinutesBefore ?? 0));
            if (due is not null && due != reminder.DueAt)
            {
                (reminder.SentAt, reminder.DoneTo, reminder.Mails) = (due <= now ? now : null, null, 0);
            }

            // Without a time it waits for one; what went out keeps the time for which it did
            reminder.DueAt = due ?? (reminder.SentAt is null ? null : reminder.DueAt);
        }
    }

    // Nothing is sent, or found to be late, before it is due
    private static bool IsTakenBack(EventMessage message) => message.SentAt < message.DueAt || message is { SentAt: not null, DueAt: null };
}
