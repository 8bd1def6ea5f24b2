using Talka.Foundation.Results;

namespace Talka.Journal;

/// <summary>
/// A rule of others about what may be appended now, such as that a year whose report was accepted is closed. Every append asks, under the lock of the
/// tree, so no area can forget to; entries of the platform itself (erasures, published summaries) are asked about as well.
/// </summary>
public interface IEntryGate
{
    /// <summary>
    /// A query with the name of a mandate as <c>$1</c>, which has a row when the gate may have something against entries of that mandate. An append of one
    /// entry sends it along with its lock, and asks no further when there is no row and the entry does not come by consent.
    /// </summary>
    string MayRefuse { get; }

    /// <param name="contents">In the order in which they are to be appended; nothing else stands in their way.</param>
    /// <returns>Those that may not be; none when all may.</returns>
    Task<IReadOnlyList<Refusal>> RefuseAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel);
}

/// <param name="Index">Which of the entries it is about, counted from 0.</param>
public sealed record Refusal(int Index, Error Error);
