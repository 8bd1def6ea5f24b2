using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Parts without names that follow others in the same order: after <c>no tiem 11 000,00 eiro darbiem un 7 400,00 eiro izglītošanai</c> the amounts in
/// <c>iztērējām 18 212,35 eiro, attiecīgi 10 912,80 eiro un 7 299,55 eiro</c>.
/// </summary>
internal static class RespectiveParts
{
    /// <param name="found">The amounts of a passage, in order.</param>
    public static void Settle(IReadOnlyList<RawAmount> found)
    {
        List<RawAmount>? named = null;
        foreach (var parts in found.Where(amount => amount.Whole is not null).GroupBy(amount => amount.Whole!).Select(group => group.ToList()))
        {
            if (parts.TrueForAll(part => part.Stream.Count > 0))
            {
                named = parts;
            }
            else if (named is not null && parts.Count == named.Count && parts.TrueForAll(part => part.Stream.Count == 0)
                && parts[0].Whole is { IsCertain: true, Role: BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder } whole && whole.Year == named[0].Whole!.Year)
            {
                foreach (var (part, like) in parts.Zip(named))
                {
                    (part.Stream, part.StreamName, part.NamesStream) = (like.Stream, like.StreamName, true);
                }
            }
        }
    }
}
