using System.Globalization;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>A number that differs from the right one as by a slip of the finger: 36 for 86, 128 for 182.</summary>
internal static class Slips
{
    private const int Small = 100;
    private const int LeastOfPart = 20;
    private const int AFew = 25;

    /// <summary>One digit is another, or two neighbours have changed places.</summary>
    public static bool Is(long stated, long right)
    {
        var (a, b) = (stated.ToString(CultureInfo.InvariantCulture), right.ToString(CultureInfo.InvariantCulture));
        if (a.Length != b.Length || a.Length < 2 || stated == right || right < 0)
        {
            return false;
        }

        var off = Enumerable.Range(0, a.Length).Where(at => a[at] != b[at]).ToArray();
        return off.Length == 1 || (off is [var one, var two] && two == one + 1 && a[one] == b[two] && a[two] == b[one]);
    }

    /// <summary>Two of its digits are others, or all are the same in another order.</summary>
    public static bool IsAlike(long stated, long right)
    {
        var (a, b) = (stated.ToString(CultureInfo.InvariantCulture), right.ToString(CultureInfo.InvariantCulture));
        return a.Length == b.Length && (Enumerable.Range(0, a.Length).Count(at => a[at] != b[at]) <= 2 || a.Order().SequenceEqual(b.Order()));
    }

    /// <summary>
    /// What people get wrong: a slip, a few more or less, or a part that was left out or added twice. A number that is off by anything else was hardly read right.
    /// </summary>
    public static bool IsLikely(long stated, IReadOnlyList<long> parts)
    {
        var (sum, off) = (parts.Sum(), Math.Abs(stated - parts.Sum()));
        return off <= AFew || parts.Contains(off) || Is(stated, parts) || IsAlike(stated, sum);
    }

    /// <summary>The same, or a carry of one was forgotten, or the slip is in one of the parts.</summary>
    public static bool Is(long stated, IReadOnlyList<long> parts)
    {
        var sum = parts.Sum();
        var off = Math.Abs(stated - sum);
        return Is(stated, sum) || (off is 10 or 100 or 1_000 && Math.Max(sum, stated) >= Small)
            || (off > 0 && sum >= Small && parts.Any(part => part >= LeastOfPart && Is(part, part + stated - sum)));
    }

    public static bool Is(CountSum sum) => Is(sum.Total.Count, [.. sum.Parts.Select(part => part.Count)]);
}
