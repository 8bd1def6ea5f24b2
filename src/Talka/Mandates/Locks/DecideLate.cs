using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Locks;

/// <summary>The supervisor's answer to a request, given once and to nobody's own, but for a change of what the supervisor decided.</summary>
public sealed class DecideLate(TalkaDb db, MandateAccess access, MandateMail mail, CurrentActor actor, TimeProvider clock)
{
    /// <param name="reason">Must be there for a refusal.</param>
    public async Task<Result> RunAsync(string slug, Guid id, bool give, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        var errors = give && string.IsNullOrWhiteSpace(reason) ? [] : LockErrors.CheckReason(reason, "Reason", LateConsent.ReasonLength);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var asked = await (from c in db.LateConsents()
                           join m in db.Mandates() on c.MandateId equals m.Id
                           where c.Id == id && m.Slug == slug
                           select new { Mandate = m.Title, c.Title, c.Year, c.AskedBy, c.Kind, c.Corrects }).FirstOrDefaultAsync(cancel);
        if (asked is null)
        {
            return LockErrors.ConsentUnknown();
        }

        // A change of the supervisor's own decision has no other side to ask
        if (asked.AskedBy is { } asker && asker == actor.Value.PersonId && !DecisionKeeping.IsSupervisors(asked.Kind, asked.Corrects is not null))
        {
            return LockErrors.OwnRequest();
        }

        var (open, state, now, said) = (LateState.Asked, give ? LateState.Given : LateState.Refused, clock.GetUtcNow().UtcDateTime, Tidy(reason));
        var (by, name) = (actor.Value.PersonId, actor.Value.Name);
        var decided = await db.Set<LateConsent>().Where(c => c.Id == id && c.State == open).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.State, state).SetProperty(c => c.DecidedAt, now).SetProperty(c => c.DecidedBy, by)
                .SetProperty(c => c.DecidedByName, name).SetProperty(c => c.DecisionReason, said),
            cancel);
        if (decided == 0)
        {
            return LockErrors.Decided();
        }

        if (asked.AskedBy is { } person)
        {
            await mail.ToPersonAsync(person, () =>
                (T(give ? "LateGivenSubject" : "LateRefusedSubject", asked.Mandate),
                    T(give ? "LateGivenText" : "LateRefusedText", asked.Title, Ordinals.Roman(asked.Year), said ?? "–")),
                AskConsent.Address(slug, id), $"late-decided:{id}", cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Lines(text).Trim();
}
