using Talka.Foundation;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>What a relation between amounts says.</summary>
internal enum RelationKind
{
    /// <summary>The streams add up to the year's total.</summary>
    Streams,

    /// <summary>The parts of a remainder add up to it.</summary>
    RemainderParts,

    /// <summary>Plan, with what was carried in, less spending is the remainder.</summary>
    Remainder,

    /// <summary>The years add up to the total of the period.</summary>
    Years,

    /// <summary>A year's plan is that of the others, as the text says.</summary>
    SamePlan,

    /// <summary>A year's plan is that of the others and what was carried into it.</summary>
    PlanWithCarried,

    /// <summary>Plan and what was carried in are what there was to spend.</summary>
    Available,
}

/// <summary>An amount with its sign in a sum.</summary>
internal readonly record struct Term(AmountFact Fact, int Sign);

/// <summary>Terms that must add up to a stated result.</summary>
/// <param name="Also">Other sums that are right too: with what was carried in, or without.</param>
internal sealed record BudgetRelation(RelationKind Kind, int? Year, AmountRole Role, string? Stream, IReadOnlyList<Term> Terms, AmountFact Result, IReadOnlyList<Money> Also)
{
    private const int AFew = 25_00;

    public Money Computed { get; } = Terms.Aggregate(Money.Zero, (sum, term) => term.Sign > 0 ? sum + term.Fact.Amount : sum - term.Fact.Amount);

    /// <summary>What has to be added to the computed side.</summary>
    public Money Gap => Result.Amount - Computed;

    public bool Holds => Gap == Money.Zero || Also.Any(other => Gap == other);

    /// <summary>It does not hold as people get it wrong: by a slip in one of its amounts, by a few euro, or by one of its amounts.</summary>
    public bool IsLikelyWrong => Also.Append(Money.Zero).Any(other => IsAFew(Gap - other) || Facts.Any(fact => IsSlip(fact, other)));

    private static bool IsAFew(Money gap) => Math.Abs(gap.Cents) is var cents && (cents <= AFew || cents is 100_00 or 1_000_00 or 10_000_00);

    private bool IsSlip(AmountFact fact, Money other)
    {
        var change = ChangeOf(fact, Gap - other)!.Value;
        var (stated, right) = (fact.Amount.Cents, (fact.Amount + change).Cents);
        return Slips.Is(stated, right) || Slips.IsAlike(stated, right) || (stated > 0 && Math.Abs(change.Cents) == stated && !ReferenceEquals(fact, Result));
    }

    public IEnumerable<AmountFact> Facts => Terms.Select(term => term.Fact).Append(Result);

    /// <summary>By how much an amount must change so that the relation holds; null when it takes no part.</summary>
    public Money? ChangeOf(AmountFact fact) => ChangeOf(fact, Gap);

    private Money? ChangeOf(AmountFact fact, Money gap)
    {
        foreach (var term in Terms)
        {
            if (ReferenceEquals(term.Fact, fact))
            {
                return term.Sign > 0 ? gap : -gap;
            }
        }

        return ReferenceEquals(Result, fact) ? -gap : null;
    }

    /// <summary>Whether it would hold with these changes.</summary>
    public bool HoldsWith(IReadOnlyDictionary<AmountFact, Money> changes)
    {
        var gap = Gap;
        foreach (var term in Terms)
        {
            if (changes.TryGetValue(term.Fact, out var change))
            {
                gap = term.Sign > 0 ? gap - change : gap + change;
            }
        }

        gap = changes.TryGetValue(Result, out var result) ? gap + result : gap;
        return gap == Money.Zero || Also.Any(other => gap == other);
    }
}
