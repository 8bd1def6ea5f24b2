using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Administration.Notices;

/// <summary>Marks a message as handled; the first who does so stays named.</summary>
public sealed class HandleFeedback(TalkaDb db, InstallationAccess access, CurrentActor actor, TimeProvider clock)
{
    /// <returns>Fails with <c>message-unknown</c>.</returns>
    public async Task<Result> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var (now, by) = ((DateTime?)clock.GetUtcNow().UtcDateTime, actor.Value.PersonId);
        await db.FeedbackMessages().Where(message => message.Id == id && message.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.HandledAt, now).SetProperty(message => message.HandledBy, by), cancel);
        return await db.FeedbackMessages().AnyAsync(message => message.Id == id, cancel) ? Result.Ok : FeedbackErrors.Unknown();
    }
}
