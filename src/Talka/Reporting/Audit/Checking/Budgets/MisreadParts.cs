using Talka.Foundation;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>
/// Amounts that were taken for the parts of a total, and fit together to the cent in another way: a total among them, or parts of two sorts. What
/// leaves out one part, or counts one twice, is no such thing.
/// </summary>
internal static class MisreadParts
{
    private const int LeastParts = 3;
    private const int MostParts = 12;
    private const int LeastLeftOut = 2;

    public static bool Are(Money total, IReadOnlyList<Money> parts)
    {
        List<long> cents = [.. parts.Select(part => part.Cents).Where(part => part != 0)];
        var sum = cents.Sum();
        return cents.Count is >= LeastParts and <= MostParts && sum != total.Cents
            && (EndsWithTotal(cents) || IsOfSome(total.Cents, cents) || cents.Exists(part => part + part == sum + total.Cents && part > total.Cents));
    }

    // “Takas 11 800,00 | Mācības 4 312,40 | Starpsumma 16 112,40”
    private static bool EndsWithTotal(List<long> cents) => cents[^1] == cents.SkipLast(1).Sum();

    // Plans and spending of two streams, taken for four streams: two of them make the total.
    private static bool IsOfSome(long total, List<long> cents)
    {
        for (var mask = 1; mask < 1 << cents.Count; mask++)
        {
            var (count, sum) = (0, 0L);
            for (var at = 0; at < cents.Count; at++)
            {
                if ((mask & (1 << at)) != 0)
                {
                    (count, sum) = (count + 1, sum + cents[at]);
                }
            }

            if (sum == total && count > 1 && cents.Count - count >= LeastLeftOut)
            {
                return true;
            }
        }

        return false;
    }
}
