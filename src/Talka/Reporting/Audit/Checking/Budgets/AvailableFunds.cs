using Talka.Foundation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Understanding.AmountRole;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>What there was to spend: the plan with what was carried in, as it is told of a year or of one of its streams.</summary>
internal static class AvailableFunds
{
    public static IEnumerable<BudgetRelation> Of(Budget budget)
    {
        foreach (var (key, available) in budget.Available)
        {
            if (key.Year is not { } year || budget[year, Planned, key.Stream] is not { } planned || budget[year, Spent, key.Stream] is null)
            {
                continue; // with nothing spent, a column of the table was not understood
            }

            var before = budget[year, CarriedIn, key.Stream] ?? Left(budget, year, key.Stream);
            if (before is not null && available.Amount != planned.Amount && before.Amount.Cents > 0)
            {
                // What one stream brought may be all that the year's plan was raised by, or the other way about; the plan may have it already.
                yield return new(RelationKind.Available, year, Other, key.Stream, [new(planned, 1), new(before, 1)], available,
                    [-before.Amount, .. Others(budget, year, key.Stream).Select(other => other - before.Amount)]);
            }
        }
    }

    private static AmountFact? Left(Budget budget, int year, string? stream) =>
        BudgetRelations.Brought(budget, year, stream) is null ? null : budget[year - 1, Remainder, stream] ?? budget[year - 1, CarriedOut, stream];

    private static IEnumerable<Money> Others(Budget budget, int year, string? stream) =>
        new[] { BudgetRelations.Unspent(budget, year - 1, stream), budget.Amount(year, CarriedIn, null), budget.Amount(year - 1, CarriedOut, stream),
            budget.Amount(year - 1, Remainder, stream) - budget.Amount(year - 1, Returned, stream) }
        .Concat(budget.Streams.SelectMany(one => new[] { BudgetRelations.Brought(budget, year, one), budget.Amount(year, CarriedIn, one) }))
        .Concat(budget.Torn(year, CarriedIn, stream).Concat(budget.Torn(year - 1, Remainder, stream)).Select(torn => (Money?)torn)).OfType<Money>();
}
