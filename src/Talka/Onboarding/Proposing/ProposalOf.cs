using Talka.Reporting.Audit;

namespace Talka.Onboarding.Proposing;

/// <summary>From what the audit understood to what can be entered: a pure function, built upon the audit's facts.</summary>
public static class ProposalOf
{
    public static Proposal Report(AuditReport report)
    {
        var corrections = new LikelyCorrections(report);
        var contract = ContractProposal.Of(report.Summary, corrections);
        var (entries, leftOut) = EntryProposals.Of(report.Summary, contract, corrections);
        return new(report.Summary.Language, contract, corrections.Used, entries, leftOut);
    }
}
