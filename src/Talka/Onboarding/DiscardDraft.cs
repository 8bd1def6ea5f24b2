using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Onboarding;

/// <summary>Forgets a draft. What was confirmed from it stays: it is in the journal.</summary>
public sealed class DiscardDraft(TalkaDb db)
{
    public async Task<Result> RunAsync(Guid draft, CancellationToken cancel) =>
        await db.Set<OnboardingDraft>().Where(d => d.Id == draft).ExecuteDeleteAsync(cancel) > 0 ? Result.Ok : OnboardingErrors.NotFound();
}
