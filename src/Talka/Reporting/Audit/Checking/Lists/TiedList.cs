using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A list that its text ties to a number, wherever it stands.</summary>
/// <param name="Least">It has at least so many items,</param>
/// <param name="Most">and at most so many.</param>
internal sealed record TiedList(int Least, int Most, IReadOnlyList<Span> Items)
{
    public TiedList(int count, Span span)
        : this(count, count, [span])
    {
    }
}
