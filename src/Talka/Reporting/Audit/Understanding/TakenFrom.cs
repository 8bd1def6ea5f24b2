using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What a year had, told only as that of which so much was spent or left: <c>II gadā no 23 400,00 euro palika neapgūti 1 620,00 euro</c>, <c>of the EUR
/// 9,500.00 …</c>.</summary>
internal static class TakenFrom
{
    /// <param name="found">The amounts of a passage, in order.</param>
    public static void Settle(List<RawAmount> found)
    {
        if (found.Exists(amount => amount.Role is BudgetWord.Carried or BudgetWord.CarriedIn or BudgetWord.CarriedOut or BudgetWord.Aside || amount.CarriedTo is not null))
        {
            return; // there may have been more than the plan
        }

        for (var at = 0; at + 1 < found.Count; at++)
        {
            if (found[at] is
                {
                    Role: BudgetWord.None, IsCertain: true, Whole: null, Year: { } year, IsWhole: false, Passage:
                    {
                        Section: SummarySection.Budget,
                        Block.Cell: null
                    }
                } amount
                && IsSource(amount) && found[at + 1] is { Role: BudgetWord.Spent or BudgetWord.Remainder, Whole: null } taken && taken.Year == year
                && !Enumerable.Range(amount.Money.Next, taken.Money.First - amount.Money.Next).Any(between => FullSentences.IsEnd(amount.Passage.Tokens, between))
                && !found.Exists(other => other.Year == year && other.Role == BudgetWord.Planned))
            {
                amount.Role = BudgetWord.Planned;
            }
        }
    }

    private static bool IsSource(RawAmount amount)
    {
        var (tokens, before) = (amount.Passage.Tokens, amount.Money.First - 1);
        before -= tokens.Peek(before).Is("the", "these", "šiem") ? 1 : 0;
        return tokens.Peek(before).Is("no", "of");
    }
}
