namespace Talka.Forms.Answers;

/// <summary>
/// Small groups are not told: fewer than five answers say too much of each (statistical disclosure control: primary suppression, and secondary where
/// a hidden number could be reckoned from the total).
/// </summary>
public static class SmallGroups
{
    public const int Least = 5;

    /// <summary>Whether a group of so many is too small to be told of; of nobody it says nothing.</summary>
    public static bool IsSmall(long count) => count is > 0 and < Least;

    /// <summary>The counts of choices of which each answer is one: their sum is known. Null where a count is not told.</summary>
    public static IReadOnlyList<long?> OfOne(IReadOnlyList<long> counts)
    {
        var hidden = counts.Select(IsSmall).ToArray();
        long Together() => counts.Where((_, i) => hidden[i]).Sum();
        while (IsSmall(Together()))
        {
            // What is hidden together has to be five or more, or the total would tell it: the next smallest goes with it
            var next = Enumerable.Range(0, counts.Count).Where(i => !hidden[i] && counts[i] > 0).OrderBy(i => counts[i]).Select(i => (int?)i).FirstOrDefault();
            if (next is not { } at)
            {
                break;
            }

            hidden[at] = true;
        }

        return [.. counts.Select((count, i) => hidden[i] ? (long?)null : count)];
    }

    /// <summary>The counts of things of which an answer may have any number, out of so many answers: those who left one out are a group too.</summary>
    public static IReadOnlyList<long?> OfAny(IReadOnlyList<long> counts, long answers) =>
        [.. counts.Select(count => IsSmall(count) || IsSmall(answers - count) ? (long?)null : count)];
}
