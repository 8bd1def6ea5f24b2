namespace Talka.Journal;

/// <summary>Others who keep words of entries: what they keep goes with the entry, in the same transaction.</summary>
public interface IErasureFollower
{
    /// <summary>Called while the entry can still be read.</summary>
    /// <param name="entry">What is about to be erased.</param>
    Task EraseAsync(JournalEntry entry, CancellationToken cancel);
}
