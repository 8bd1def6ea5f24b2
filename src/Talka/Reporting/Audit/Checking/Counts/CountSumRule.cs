using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Counts.Texts;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Parts that do not add up to the total that is stated with them: on site and online, channels, the items of a list.</summary>
public sealed class CountSumRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["sum-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var lists = new ListSums(summary);
        var told = new HashSet<CountFact>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < summary.Passages.Count; at++)
        {
            var counts = lists.CountsOf(at);
            if (counts.Count == 0)
            {
                continue;
            }

            var sums = PassageSums.Of(counts).ToList();
            var totals = sums.Select(sum => sum.Total).ToHashSet(ReferenceEqualityComparer.Instance);
            sums.AddRange(lists.Of(at, total => !totals.Contains(total)));
            foreach (var sum in sums)
            {
                if (!sum.IsRight && told.Add(sum.Total))
                {
                    yield return Finding(sum);
                }
            }
        }
    }

    private static Finding Finding(CountSum sum)
    {
        var (stated, expected) = (Format.Number(sum.Total.Count), Format.Number(sum.Sum));
        var parts = string.Join(" + ", sum.Parts.Select(part => Format.Number(part.Count)));
        return new("sum-mismatch", sum.MayMiss ? Severity.Warning : Severity.Error, sum.Total.Year, sum.Total.Span, stated, expected,
            $"{parts} = {expected} ≠ {stated}", null, T(sum.MayMiss ? "SumMayMiss" : "SumOfCounts", stated, parts, expected),
            [new(sum.Total.Span, stated, expected), .. sum.Parts.Select(part => new FindingMember(part.Span, Format.Number(part.Count), ""))]);
    }
}

/// <summary>A total, and the parts that it is said to be of.</summary>
/// <param name="Others">Sums that the total may have meant as well.</param>
/// <param name="MayMiss">A part may be without a number.</param>
internal sealed record CountSum(CountFact Total, IReadOnlyList<CountFact> Parts, IReadOnlyList<long> Others, bool MayMiss = false)
{
    public long Sum => Parts.Sum(part => part.Count);

    public bool IsRight => Sum == Total.Count || Others.Contains(Total.Count);
}
