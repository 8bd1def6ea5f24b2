using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Parts told after two amounts, the second of which is only what the first was taken from: <c>izlietoti 62 983,20 euro no piešķirtajiem 63 000,00 euro, no tiem
/// mācībām …</c>, <c>EUR 9,800.00 of the EUR 10,000.00 granted was spent, including …</c>. They are of the first, unless they come to the second.
/// </summary>
internal static class PartsOfPlan
{
    private const int MostToLink = 3;

    /// <param name="found">The amounts of a passage, in order.</param>
    public static void Settle(List<RawAmount> found)
    {
        foreach (var parts in found.Where(amount => amount.Whole is { Role: BudgetWord.Planned }).GroupBy(amount => amount.Whole!).ToList())
        {
            var (plan, at) = (parts.Key, found.IndexOf(parts.Key));
            if (at < 1 || found[at - 1] is not { Role: BudgetWord.Spent, Whole: null } spent || !IsSource(plan, spent)
                || parts.Sum(part => part.Money.Amount.Cents) == plan.Money.Amount.Cents)
            {
                continue;
            }

            foreach (var part in parts)
            {
                (part.Whole, part.Role, part.Year, part.IsWhole) = (spent, spent.Role, spent.Year, spent.IsWhole);
            }
        }
    }

    // Right behind, and with nothing between but “no piešķirtajiem”.
    private static bool IsSource(RawAmount plan, RawAmount spent)
    {
        var (tokens, first) = (plan.Passage.Tokens, plan.Money.First);
        return ReferenceEquals(plan.Passage, spent.Passage) && first - spent.Money.Next is > 0 and <= MostToLink && tokens[spent.Money.Next].Is("no", "of", "from", "out")
            && Enumerable.Range(spent.Money.Next, first - spent.Money.Next).All(at => tokens[at].Kind == TokenKind.Word);
    }
}
