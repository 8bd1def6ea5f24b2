using Talka.Foundation;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>The smallest change that mends relations: of one amount, or of a year's total together with one of its streams.</summary>
/// <param name="Changes">What each amount would have to be changed by.</param>
/// <param name="Mended">The broken relations that would hold.</param>
internal sealed record BudgetRepair(IReadOnlyDictionary<AmountFact, Money> Changes, IReadOnlyList<BudgetRelation> Mended, AmountRole Role);

/// <summary>What broken relations have in common, and what was most likely meant.</summary>
/// <param name="Broken">The relations that one cause breaks.</param>
/// <param name="Repair">The likely correction; null when several amounts could be wrong as well.</param>
internal sealed record BudgetCause(IReadOnlyList<BudgetRelation> Broken, BudgetRepair? Repair);

/// <summary>
/// Looks for single causes: a change that mends every broken relation that its amount takes part in and breaks no other. Of several, one is
/// believed only when it mends more, changes less, or restores the plan that the other years have.
/// </summary>
internal static class BudgetRepairs
{
    public static IReadOnlyList<BudgetCause> Causes(Budget budget, IReadOnlyList<BudgetRelation> relations)
    {
        var causes = new List<BudgetCause>();
        var broken = relations.Where(relation => !relation.Holds).ToList();
        while (broken.Count > 0)
        {
            var best = Best(budget, relations, broken);
            if (best is null)
            {
                var year = broken[0].Year;
                List<BudgetRelation> together = [.. broken.Where(relation => relation.Year == year)];
                causes.Add(new(together, null));
                broken.RemoveAll(together.Contains);
            }
            else
            {
                causes.Add(best);
                broken.RemoveAll(best.Broken.Contains);
            }
        }

        return causes;
    }

    private static BudgetCause? Best(Budget budget, IReadOnlyList<BudgetRelation> relations, List<BudgetRelation> broken)
    {
        var repairs = Candidates(budget, broken).Select(changes => Try(changes, relations, broken)).Where(repair => repair is not null).Select(repair => repair!).ToList();
        if (repairs.Count == 0)
        {
            return null;
        }

        var most = repairs.Max(repair => repair.Mended.Count);
        repairs.RemoveAll(repair => repair.Mended.Count < most);
        // One cause at a time: those that mend the same relations as the first.
        repairs.RemoveAll(repair => !repair.Mended.SequenceEqual(repairs[0].Mended) && !ReferenceEquals(repair, repairs[0]));
        // A total and its stream that would both be what every other year has: the plan was copied wrongly, and twice.
        if (repairs[0].Mended.Any(relation => relation.Kind == RelationKind.Remainder) && repairs.Where(repair => repair.Role == AmountRole.Planned && repair.Changes.Count > 1
            && repair.Changes.All(change => IsOfAllOthers(budget, change.Key, change.Key.Amount + change.Value))).Take(2).ToList() is [var restored])
        {
            return new(restored.Mended, restored);
        }

        var fewest = repairs.Min(repair => repair.Changes.Count);
        repairs.RemoveAll(repair => repair.Changes.Count > fewest);
        var mended = repairs[0].Mended;
        if (mended.Any(relation => relation.Kind == RelationKind.Remainder) && repairs.Count > 1)
        {
            repairs.RemoveAll(repair => repair.Role == AmountRole.Planned && PlanEvidence(budget, repair) < 0);
            if (repairs.FirstOrDefault(repair => repair.Role == AmountRole.Planned && PlanEvidence(budget, repair) > 0) is { } plan)
            {
                return new(mended, plan);
            }
        }

        return new(mended, repairs.Count == 1 ? repairs[0] : null);
    }

    private static BudgetRepair? Try(IReadOnlyDictionary<AmountFact, Money> changes, IReadOnlyList<BudgetRelation> relations, List<BudgetRelation> broken)
    {
        if (changes.Any(change => (change.Key.Amount + change.Value).Cents < 0))
        {
            return null;
        }

        var touched = relations.Where(relation => relation.Facts.Any(changes.ContainsKey)).ToArray();
        return touched.All(relation => relation.HoldsWith(changes))
            ? new(changes, [.. touched.Where(broken.Contains)], changes.Keys.First().Role)
            : null;
    }

    private static IEnumerable<IReadOnlyDictionary<AmountFact, Money>> Candidates(Budget budget, List<BudgetRelation> broken)
    {
        var seen = new HashSet<(int, int, long)>();
        foreach (var relation in broken)
        {
            foreach (var fact in relation.Facts)
            {
                var change = relation.ChangeOf(fact)!.Value;
                if (change == Money.Zero || IsOneOfMany(relation, fact, broken))
                {
                    continue;
                }

                if (seen.Add((fact.Span.Start, 0, change.Cents)))
                {
                    yield return Changes(fact, null, change);
                }

                foreach (var other in Partners(budget, fact))
                {
                    var (total, part) = fact.Stream is null ? (fact, other) : (other, fact);
                    if (seen.Add((total.Span.Start, part.Span.Start, change.Cents)))
                    {
                        yield return Changes(total, part, change);
                    }
                }
            }
        }
    }

    // Of plans that are said to be the same, several are: the odd one is wrong, and none of them.
    private static bool IsOneOfMany(BudgetRelation relation, AmountFact fact, List<BudgetRelation> broken) => relation.Kind == RelationKind.SamePlan && !ReferenceEquals(fact, relation.Result)
        && broken.Exists(other => other.Kind == RelationKind.SamePlan && other != relation && ReferenceEquals(other.Result, relation.Result));

    private static IEnumerable<AmountFact> Partners(Budget budget, AmountFact fact) =>
        (fact.Stream is null ? budget.Streams.Select(stream => budget[Year(fact), fact.Role, stream]) : [budget[Year(fact), fact.Role]]).Where(other => other is not null).Select(other => other!);

    private static int? Year(AmountFact fact) => fact.IsWhole ? null : fact.Year;

    private static Dictionary<AmountFact, Money> Changes(AmountFact total, AmountFact? part, Money change)
    {
        var changes = new Dictionary<AmountFact, Money>(ReferenceEqualityComparer.Instance) { [total] = change };
        if (part is not null)
        {
            changes[part] = change;
        }

        return changes;
    }

    private static bool IsOfAllOthers(Budget budget, AmountFact plan, Money meant) => budget.Years.Where(year => year != plan.Year).Select(year =>
        budget.Amount(year, AmountRole.Planned, plan.Stream)).ToList() is { Count: > 1 } others
        && others.TrueForAll(other => other == meant);

    /// <summary>Above nought when another year has the very plan that it would restore, or a rounder one; below when the plan is right as it stands.</summary>
    private static int PlanEvidence(Budget budget, BudgetRepair repair)
    {
        var evidence = 0;
        foreach (var (fact, change) in repair.Changes)
        {
            var others = budget.Years.Where(year => year != fact.Year).Select(year => budget.Amount(year, AmountRole.Planned, fact.Stream)).Where(amount => amount is not null).ToArray();
            var meant = fact.Amount + change;
            // What was carried in may be within the plan: “Plānots ar pārcelto atlikumu 19 154,25”.
            var own = meant - (BudgetRelations.Brought(budget, fact.Year ?? 0, fact.Stream) ?? Money.Zero);
            evidence += others.Contains(meant) || others.Contains(own) ? 4 : others.Contains(fact.Amount) ? -4 : Math.Sign(Roundness(meant) - Roundness(fact.Amount));
        }

        return evidence;
    }

    /// <summary>How many noughts an amount ends in, counted in cents.</summary>
    public static int Roundness(Money amount)
    {
        var (cents, noughts) = (Math.Abs(amount.Cents), 0);
        while (cents != 0 && cents % 10 == 0)
        {
            cents /= 10;
            noughts++;
        }

        return noughts;
    }
}
