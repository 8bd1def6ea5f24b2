using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.SigningUp;

/// <summary>What the organiser wants to write.</summary>
public sealed record MessageDraft(MessageKind Kind, MessageTo To, string? Subject, string? Text, string? SubjectEn, string? TextEn)
{
    /// <summary>Of a reminder.</summary>
    public int? MinutesBefore { get; init; }

    /// <summary>Chosen by whoever sends: the same message sent again with the same key changes nothing. Null tells nothing apart.</summary>
    public string? Key { get; init; }
}

/// <summary>Plans a message to the people of an event, changes a reminder, or takes back what has not gone out.</summary>
public sealed class PlanMessage(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    public const int MostMinutes = 60 * 24 * 60;

    /// <summary>Writes now, in the background; or, a reminder, at its time.</summary>
    /// <returns>Fails with <c>event-unknown</c>, <c>subject-missing</c>, <c>message-missing</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>minutes-wrong</c>.</returns>
    public async Task<Result> AddAsync(string mandate, Guid eventId, MessageDraft draft, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.EventsOf(mandate).FirstOrDefaultAsync(e => e.Id == eventId, cancel) is not { } e)
        {
            return RegistrationErrors.EventUnknown();
        }

        var now = clock.GetUtcNow();
        var message = new EventMessage
        {
            Id = draft.Key is null ? Guid.CreateVersion7(now) : IdOf(eventId, draft),
            EventId = eventId,
            Kind = draft.Kind,
            To = draft.To,
            MinutesBefore = draft.Kind == MessageKind.Reminder ? draft.MinutesBefore : null,
            DueAt = draft.Kind == MessageKind.Reminder ? e.StartsAt?.AddMinutes(-(draft.MinutesBefore ?? 0)) : now.UtcDateTime,
        };
        var errors = Fill(message, draft);
        if (errors.Count == 0 && draft.Key is not null && await db.EventMessages().AnyAsync(m => m.Id == message.Id, cancel))
        {
            return Result.Ok; // a second click
        }

        if (draft.Kind == MessageKind.Reminder && (draft.MinutesBefore is not (> 0 and <= MostMinutes) || message.DueAt <= now.UtcDateTime))
        {
            errors.Add(MessageErrors.MinutesWrong());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        db.Add(message);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (draft.Key is not null && failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // two clicks at once
        }

        return Result.Ok;
    }

    // What the message says is in it: the same form with other words is another message
    private static Guid IdOf(Guid eventId, MessageDraft draft) => new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object)new { eventId, draft })).AsSpan(0, 16));

    /// <summary>Other words for a reminder that has not begun to go out.</summary>
    public async Task<Result> ChangeAsync(string mandate, Guid eventId, Guid messageId, MessageDraft draft, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (await Waiting(mandate, eventId).AsTracking().FirstOrDefaultAsync(m => m.Id == messageId, cancel) is not { } message)
        {
            return MessageErrors.GoneOut();
        }

        message.To = draft.To;
        var errors = Fill(message, draft);
        if (errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return errors;
        }

        await db.SaveChangesAsync(cancel);
        return Result.Ok;
    }

    /// <summary>It is not sent any more; the list keeps it.</summary>
    public async Task<Result> TakeBackAsync(string mandate, Guid eventId, Guid messageId, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var taken = await Waiting(mandate, eventId).Where(m => m.Id == messageId).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, now), cancel);
        return taken > 0 ? Result.Ok : MessageErrors.GoneOut();
    }

    private IQueryable<EventMessage> Waiting(string mandate, Guid eventId) => db.Set<EventMessage>().Where(
        m => m.EventId == eventId && m.SentAt == null && m.DoneTo == null && db.Mandates().Any(one => one.Slug == mandate && db.Set<Event>().Any(e => e.Id == eventId && e.MandateId == one.Id)));

    internal static List<Error> Fill(EventMessage message, MessageDraft draft)
    {
        var errors = new List<Error>();
        (message.Subject, message.SubjectEn) = (Check(draft.Subject, nameof(draft.Subject), 300, false, errors), Check(draft.SubjectEn, nameof(draft.SubjectEn), 300, false, errors));
        (message.Text, message.TextEn) = (Check(draft.Text, nameof(draft.Text), Event.TextLength, true, errors), Check(draft.TextEn, nameof(draft.TextEn), Event.TextLength, true, errors));
        if (draft.Kind == MessageKind.Own && (message.Subject ?? message.SubjectEn) is null)
        {
            errors.Add(MessageErrors.SubjectMissing());
        }

        if (draft.Kind == MessageKind.Own && (message.Text ?? message.TextEn) is null)
        {
            errors.Add(MessageErrors.TextMissing());
        }

        return errors;
    }

    private static string? Check(string? given, string field, int limit, bool lines, List<Error> errors)
    {
        var text = PlainText.Tidy(given is null ? null : PlainText.Lines(given));
        if (text?.Length > limit)
        {
            errors.Add(RegistrationErrors.TooLong(field, limit));
        }
        else if (text is not null && !PlainText.IsStorable(text, lines))
        {
            errors.Add(RegistrationErrors.NotText(field));
        }

        return text;
    }
}

internal static class MessageErrors
{
    public static Error SubjectMissing() => Error.Invalid("subject-missing", Texts.T("ErrorSubjectMissing"), "Subject");

    public static Error TextMissing() => Error.Invalid("message-missing", Texts.T("ErrorTextMissing"), "Text");

    public static Error MinutesWrong() => Error.Invalid("minutes-wrong", Texts.T("ErrorMinutes"), "Before");

    public static Error GoneOut() => Error.Conflict("message-gone-out", Texts.T("ErrorGoneOut"));
}
