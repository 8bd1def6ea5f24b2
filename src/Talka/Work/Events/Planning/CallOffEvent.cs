using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Planning;

/// <summary>Cancels an event or puts it off, and writes to everybody who has signed up. The reason is shown and mailed.</summary>
public sealed class CallOffEvent(TalkaDb db, EventChange change)
{
    public const int ReasonLength = 1_000;

    /// <param name="postpone">Otherwise it is cancelled for good.</param>
    public Task<Result> RunAsync(string mandate, Guid id, int version, bool postpone, string? reason, CancellationToken cancel) =>
        change.RunAsync(mandate, id, version, one => Task.FromResult(CallOff(one, postpone, reason)), cancel);

    private Result CallOff(Event one, bool postpone, string? reason)
    {
        if (!(one.State == EventState.Published || (one.State == EventState.Postponed && !postpone)))
        {
            return EventErrors.StateWrong();
        }

        var text = PlainText.Tidy(reason);
        if (text is null)
        {
            return EventErrors.ReasonMissing();
        }

        if (!PlainText.IsStorable(text, lines: true))
        {
            return EventErrors.NotStorable("Reason");
        }

        if (text.Length > ReasonLength)
        {
            return EventErrors.TooLong("Reason", ReasonLength);
        }

        one.State = postpone ? EventState.Postponed : EventState.Cancelled;
        one.StateReason = PlainText.Lines(text);
        one.Sequence++;
        db.Add(new EventMessage
        {
            Id = change.NewId(),
            EventId = one.Id,
            Kind = postpone ? MessageKind.Postponed : MessageKind.Cancelled,
            To = MessageTo.Everybody,
            DueAt = change.Now,
        });
        return Result.Ok;
    }
}
