namespace Talka.Mandates;

/// <summary>What a change of terms is made to: the contract itself or, while both sides still talk, a proposal to amend it.</summary>
/// <param name="Proposal">The proposal that takes the change in; null begins with the terms in force.</param>
public readonly record struct TermsTarget(string Slug, Guid? Proposal = null)
{
    public static implicit operator TermsTarget(string slug) => new(slug);
}

/// <summary>What a proposal says about itself.</summary>
public sealed record ProposalNote(DateOnly InForce, string? Reason);
