using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Onboarding.Proposing;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Reading;

namespace Talka.Onboarding;

/// <summary>Reads a summary and keeps what it proposes. Nothing is in the journal yet.</summary>
public sealed class OpenDraft(TalkaDb db, TimeProvider clock, CurrentActor actor)
{
    public async Task<OnboardingDraft> RunAsync(SourceDocument document, CancellationToken cancel)
    {
        var draft = new OnboardingDraft
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PersonId = actor.Value.PersonId,
            PersonName = actor.Value.Name,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            DocumentName = FileNames.Safe(document.Name),
            Json = ProposalOf.Report(SummaryAudit.Of(document)).ToJson(),
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft;
    }
}
