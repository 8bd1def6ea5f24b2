using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.Planning;

/// <summary>Takes a draft away. What was once published stays: it is cancelled instead.</summary>
public sealed class DeleteDraft(TalkaDb db, EventChange change)
{
    public Task<Result> RunAsync(string mandate, Guid id, int version, CancellationToken cancel) => change.RunAsync(mandate, id, version, one =>
    {
        if (one.State != EventState.Draft || one.PublishedAt is not null)
        {
            return Task.FromResult<Result>(EventErrors.StateWrong());
        }

        db.Remove(one);
        return Task.FromResult(Result.Ok);
    }, cancel);
}
