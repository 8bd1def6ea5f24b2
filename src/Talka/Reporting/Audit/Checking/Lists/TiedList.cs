using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A list that its text ties to a number, wherever it stands.</summary>
/// <param name="Least">It has at least so many items,</param>
/// <param name="Most">and at most so many.</param>
/// <param name="IsCertain">Its items show by themselves that they are what was counted, whatever the noun's case: names, people, counted places.</param>
internal sealed record TiedList(int Least, int Most, IReadOnlyList<Span> Items, bool IsCertain = false)
{
    // What is listed is near what was stated, or it is a list of something else.
    private const int MostOff = 2;

    public TiedList(int count, Span span, bool isCertain = false)
        : this(count, count, [span], isCertain)
    {
    }

    public TiedList(IEnumerable<Passage> items)
        : this(items.Count(), items.Count(), [.. items.Select(item => item.Span)])
    {
    }

    /// <summary>Another number than was stated, though one near it.</summary>
    public bool Contradicts(long stated) => (stated < Least || stated > Most) && Math.Abs(Nearest(stated) - stated) <= MostOff;

    /// <summary>How many it has, as near to a number as may be.</summary>
    public int Nearest(long stated) => stated < Least ? Least : Most;
}
