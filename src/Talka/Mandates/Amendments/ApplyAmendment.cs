using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Amendments;

/// <summary>Brings an agreed amendment into force: one version of the terms, and the entry of its carry-over. In the caller's transaction.</summary>
public sealed class ApplyAmendment(TalkaDb db, TermsChange change, ICarryOverPosting carryOvers, ProposalKeeping proposals)
{
    /// <returns>Fails when the contract, or what was recorded, no longer lets it; nothing must then be kept.</returns>
    internal async Task<Result<Guid>> RunAsync(Mandate mandate, Amendment amendment, CancellationToken cancel)
    {
        var terms = amendment.Terms;
        if (amendment.BaseVersion != mandate.Version)
        {
            // Agreed beforehand, and others came into force since: it stands as long as none of them touched what it changes
            (terms, var overlaps) = await RenewProposal.MergeAsync(db, amendment, mandate, cancel);
            if (overlaps)
            {
                return AmendmentErrors.Stale();
            }
        }

        var reason = Reason(amendment);
        if (TermsJson.Write(terms) != TermsJson.Write(mandate.Terms))
        {
            var applied = await change.ApplyAsync(mandate, new(terms, MandateChange.Amended, amendment.InForce, reason), cancel);
            if (!applied.Succeeded)
            {
                return Result<Guid>.Failed(applied.Errors);
            }

            amendment.AppliedVersion = mandate.Version;
        }

        if (amendment.CarryOver is { } carryOver)
        {
            var posted = await carryOvers.PostAsync(mandate.Slug, carryOver, amendment.InForce, reason, cancel);
            if (!posted.Succeeded)
            {
                return Result<Guid>.Failed(posted.Errors);
            }

            amendment.AppliedSequence = posted.Value;
        }

        amendment.State = AmendmentState.InForce;
        return await proposals.NoteAsync(mandate, amendment, AmendmentAct.Applied, null, null, cancel);
    }

    // The contract's own language, whoever presses the button
    private static string Reason(Amendment amendment)
    {
        using var latvian = Languages.Use(Languages.Latvian);
        return T("AmendmentReason", amendment.Number, amendment.Reason);
    }
}
