using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Parts of an amount in running text that do not add up to it. The budget's own parts are <see cref="BudgetRule"/>'s.</summary>
public sealed class AmountPartsRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["sum-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var budget = Budget.Of(summary).Facts.Values.ToHashSet();
        var wholes = summary.FactsOf<AmountFact>().GroupBy(fact => fact.Span.Start).ToDictionary(group => group.Key, group => group.First());
        foreach (var parts in summary.FactsOf<AmountFact>().Where(fact => fact.PartOf is not null).GroupBy(fact => fact.PartOf!.Value.Start))
        {
            var all = parts.ToArray();
            if (!wholes.TryGetValue(parts.Key, out var whole) || (budget.Contains(whole) && all.All(budget.Contains)) || all.Any(part => part.Passage.Block.Cell != whole.Passage.Block.Cell))
            {
                continue;
            }

            var sum = all.Sum(part => part.Amount);
            var exhaustive = all.Length >= 2 && all.All(part => part.IsExhaustive);
            if ((exhaustive && sum != whole.Amount) || (all.Length >= 2 && sum > whole.Amount && all.All(part => part.Amount < whole.Amount)))
            {
                var working = $"{string.Join(" + ", all.Select(part => Format.Amount(part.Amount)))} = {Format.Amount(sum)} ≠ {Format.Amount(whole.Amount)}";
                yield return new("sum-mismatch", Severity.Error, whole.Year, whole.Span, Format.Euro(whole.Amount), Format.Euro(sum), working, null, T("Parts", Format.Euro(whole.Amount)),
                    [.. all.Prepend(whole).Select(fact => new FindingMember(fact.Span, Format.Euro(fact.Amount), ReferenceEquals(fact, whole) ? Format.Euro(sum) : ""))]);
            }
        }
    }
}
