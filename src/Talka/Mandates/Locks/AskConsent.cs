using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Locks;

/// <summary>Asks the supervisor to let something be recorded in a locked year. What is to be recorded is kept as the gate turned it away.</summary>
public sealed class AskConsent(TalkaDb db, MandateAccess access, TurnedAway turnedAway, MandateMail mail, CurrentActor actor, TimeProvider clock)
{
    /// <returns>The request; the one that is there already when the same was asked for before and is not settled.</returns>
    public async Task<Result<Guid>> RunAsync(string slug, string? why, CancellationToken cancel)
    {
        if (turnedAway is not { Content: { } content, Year: > 0 } || content.Mandate != slug)
        {
            return LockErrors.ConsentUnknown();
        }

        // Who may record it may ask
        var policy = DecisionKeeping.PolicyOf(content.Kind, content.Corrects is not null, await db.IsSupervisedAsync(slug, cancel));
        if (await access.RefuseAsync(slug, policy, cancel) is { } refused)
        {
            return refused;
        }

        var errors = LockErrors.CheckReason(why, "LateWhy", LateConsent.ReasonLength);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Mandates().FirstOrDefaultAsync(m => m.Slug == slug, cancel) is not { } mandate)
        {
            return MandateErrors.NotFound(slug);
        }

        var (asked, given, text) = (LateState.Asked, LateState.Given, EntryPayload.Write(content, null));
        if (await db.LateConsents().Where(c => c.MandateId == mandate.Id && (c.State == asked || c.State == given) && c.Content == text)
            .Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel) is { } already)
        {
            return already;
        }

        var consent = New(mandate.Id, content, text, PlainText.Lines(why!).Trim());
        db.Add(consent);
        await mail.ToSideAsync(mandate, ContractSide.Authority, () =>
            (T("LateAskedSubject", mandate.Title), T("LateAskedText", actor.Value.Name, content.Title, Ordinals.Roman(consent.Year), consent.Why)),
            Address(slug, consent.Id), $"late-asked:{consent.Id}", cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return consent.Id;
    }

    public static string Address(string slug, Guid consent) => $"/work/mandates/{slug}/late/{consent}";

    private LateConsent New(Guid mandate, EntryContent content, string text, string why)
    {
        var now = clock.GetUtcNow();
        return new LateConsent
        {
            Id = Guid.CreateVersion7(now),
            MandateId = mandate,
            Year = turnedAway.Year,
            AskedAt = now.UtcDateTime,
            AskedBy = actor.Value.PersonId,
            AskedByName = actor.Value.Name,
            Why = why,
            Content = text,
            Kind = content.Kind,
            Title = content.Title,
            From = content.From,
            To = content.To,
            Amount = content.Amount,
            Corrects = content.Corrects,
            Correction = content.Correction,
        };
    }
}
