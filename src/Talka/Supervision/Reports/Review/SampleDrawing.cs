using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Talka.Foundation;

namespace Talka.Supervision.Reports.Review;

/// <summary>An expense that may be drawn.</summary>
public sealed record Drawable(long Sequence, Money Amount);

/// <summary>
/// Draws samples. The same seed over the same expenses always draws the same ones, on any machine: chance comes from SHA-256 alone.
/// </summary>
public static class SampleDrawing
{
    public const int SeedLength = 40;
    public const int MostItems = 200;

    /// <returns>The drawn ones by sequence; all of them where more are asked for than there are.</returns>
    public static IReadOnlyList<Drawable> Draw(IReadOnlyList<Drawable> population, SampleMethod method, int size, string seed)
    {
        var drawn = size >= population.Count ? population : method == SampleMethod.Count ? ByCount(population, size, seed) : ByAmount(population, size, seed);
        return [.. drawn.OrderBy(expense => expense.Sequence)];
    }

    /// <summary>Those whose numbers come first when sorted by the hash of seed and sequence.</summary>
    private static IEnumerable<Drawable> ByCount(IReadOnlyList<Drawable> population, int size, string seed) =>
        population.OrderBy(expense => Number(seed, $"{expense.Sequence}")).ThenBy(expense => expense.Sequence).Take(size);

    /// <summary>
    /// Systematic drawing with probability proportional to size, as auditors draw by monetary unit: the amounts are laid end to end, and every
    /// n-th part of their sum, from a random start, points at one. What is as large as such a part is drawn for certain and leaves the rest to the others.
    /// </summary>
    private static List<Drawable> ByAmount(IReadOnlyList<Drawable> population, int size, string seed)
    {
        var rest = population.Where(expense => expense.Amount > Money.Zero).OrderBy(expense => expense.Sequence).ToList();
        var drawn = new List<Drawable>();
        while (drawn.Count < size)
        {
            var (left, total) = (size - drawn.Count, rest.Sum(expense => expense.Amount).Cents);
            var certain = rest.Where(expense => (BigInteger)expense.Amount.Cents * left >= total).OrderByDescending(expense => expense.Amount).Take(left).ToList();
            if (certain.Count == 0)
            {
                return [.. drawn, .. Systematic(rest, left, total, seed)];
            }

            drawn.AddRange(certain);
            rest.RemoveAll(certain.Contains);
            if (rest.Count == 0)
            {
                break;
            }
        }

        return drawn;
    }

    // In units of a left-th of a cent, so that the interval is a whole number: the total.
    private static IEnumerable<Drawable> Systematic(List<Drawable> expenses, int left, long total, string seed)
    {
        var next = Number(seed, "start") % total;
        BigInteger end = 0;
        foreach (var expense in expenses)
        {
            end += (BigInteger)expense.Amount.Cents * left;
            if (next < end)
            {
                yield return expense;
                next += total;
            }
        }
    }

    private static BigInteger Number(string seed, string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{what}")), isUnsigned: true, isBigEndian: true);
}
