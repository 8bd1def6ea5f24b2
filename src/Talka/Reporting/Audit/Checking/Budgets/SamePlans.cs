using Talka.Foundation;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>
/// Plans that are said to be the same in every year, or in two of them, and the one year whose plan is another:
/// <c>The grant was the same in each of the three years.</c>, <c>Both streams had the same plan in year I as in year II.</c>
/// </summary>
internal static class SamePlans
{
    /// <summary>The relations that do not hold between the one year and each of the others.</summary>
    public static IEnumerable<BudgetRelation> Of(ReadSummary summary, Budget budget)
    {
        var said = SaidPlans.In(summary);
        return said.Count == 0 ? [] : budget.Streams.Cast<string?>().Prepend(null).SelectMany(stream => Of(summary, budget, stream, said)).ToList();
    }

    private static IEnumerable<BudgetRelation> Of(ReadSummary summary, Budget budget, string? stream, IReadOnlyList<SaidPlan> said)
    {
        List<AmountFact> plans = [.. budget.Years.Select(year => budget[year, AmountRole.Planned, stream]).OfType<AmountFact>()];
        if (plans.GroupBy(plan => plan.Amount).OrderBy(group => group.Count()).ToList() is not [var one, var others])
        {
            return [];
        }

        // Of two years the later is the one that is looked at first; which of them is wrong is told by the rest of the budget.
        var odd = one.Count() == others.Count() ? plans[^1] : one.First();
        var rest = plans.Where(plan => plan.Amount != odd.Amount).ToList();
        if (plans.Count - rest.Count > 1 || !said.Any(saying => saying.IsOf(plans, odd, rest[0].Amount, isOfStream: stream is not null)))
        {
            return [];
        }

        var difference = odd.Amount > rest[0].Amount ? odd.Amount - rest[0].Amount : rest[0].Amount - odd.Amount;
        return IsToldOf(summary, budget, odd, difference) ? [] : rest
            .Select(other => new BudgetRelation(RelationKind.SamePlan, odd.Year, AmountRole.Planned, stream, [new(other, 1)], odd, []));
    }

    // What an earlier year left, or anything else of that size, may have come to the plan.
    private static bool IsToldOf(ReadSummary summary, Budget budget, AmountFact odd, Money difference) =>
        budget.Years.Any(year => year < odd.Year && BudgetRelations.Unspent(budget, year, null) == difference)
        || summary.FactsOf<AmountFact>().Any(fact => fact.Amount == difference);
}
