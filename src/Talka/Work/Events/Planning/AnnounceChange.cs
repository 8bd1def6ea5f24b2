using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Planning;

/// <summary>Writes to everybody who has signed up that time, place or link of an event changed.</summary>
public sealed class AnnounceChange(TalkaDb db, EventChange change)
{
    /// <param name="text">Words of the organiser in place of the usual ones; null for these.</param>
    public Task<Result> RunAsync(string mandate, Guid id, int version, string? text, CancellationToken cancel) => change.RunAsync(mandate, id, version, one =>
    {
        var own = PlainText.Tidy(text);
        if (one.State != EventState.Published)
        {
            return Task.FromResult<Result>(EventErrors.StateWrong());
        }

        if (own is not null && !PlainText.IsStorable(own, lines: true))
        {
            return Task.FromResult<Result>(EventErrors.NotStorable("Text"));
        }

        if (own?.Length > Event.TextLength)
        {
            return Task.FromResult<Result>(EventErrors.TooLong("Text", Event.TextLength));
        }

        db.Add(new EventMessage
        {
            Id = change.NewId(),
            EventId = one.Id,
            Kind = MessageKind.Changed,
            To = MessageTo.Everybody,
            Text = own is null ? null : PlainText.Lines(own),
            DueAt = change.Now,
        });
        return Task.FromResult(Result.Ok);
    }, cancel);
}
