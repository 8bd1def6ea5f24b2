using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Mandates.Amendments;

/// <summary>What a form that changes terms begins with: those in force, or those of a proposal that is open.</summary>
/// <param name="Version">To be named when the form is sent: the version of the contract or of the proposal.</param>
/// <param name="IsSupervised">Saving proposes to the other side.</param>
public sealed record TermsBase(MandateTerms Terms, int Version, bool IsSupervised, Amendment? Proposal)
{
    /// <summary>Where to go from the form, and after it when nothing new was proposed.</summary>
    public string Home(string otherwise) => Proposal is null ? otherwise : ProposalKeeping.Address(Terms.Slug, Proposal.Id);
}

public static class TermsBaseQuery
{
    /// <summary>Null when there is no such mandate, or no such proposal open.</summary>
    public static async Task<TermsBase?> TermsBaseAsync(this TalkaDb db, TermsTarget on, CancellationToken cancel)
    {
        var mandate = await db.Mandates().FirstOrDefaultAsync(m => m.Slug == on.Slug, cancel);
        if (mandate is null || on.Proposal is not { } id)
        {
            return mandate is null ? null : new(mandate.Terms, mandate.Version, mandate.AuthorityId is not null, null);
        }

        var proposed = AmendmentState.Proposed;
        var proposal = await db.Amendments().FirstOrDefaultAsync(a => a.Id == id && a.MandateId == mandate.Id && a.State == proposed, cancel);
        return proposal is null ? null : new(proposal.Terms, proposal.Version, true, proposal);
    }
}
