using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Onboarding.Proposing;
using Talka.Reporting.Audit;

namespace Talka.Onboarding;

/// <summary>Keeps what a summary that was read proposes. Nothing is in the journal yet.</summary>
public sealed class OpenDraft(TalkaDb db, TimeProvider clock, CurrentActor actor)
{
    public async Task<OnboardingDraft> RunAsync(AuditReport report, CancellationToken cancel)
    {
        var draft = new OnboardingDraft
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PersonId = actor.Value.PersonId,
            PersonName = actor.Value.Name,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            DocumentName = FileNames.Safe(report.Summary.Document.Name),
            Json = ProposalOf.Report(report).ToJson(),
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft;
    }
}
