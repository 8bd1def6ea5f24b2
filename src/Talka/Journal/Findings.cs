using static Talka.Journal.Texts;

namespace Talka.Journal;

/// <summary>What a verification can find.</summary>
internal static class Findings
{
    public static Finding Missing(long sequence) => new(sequence, "entry-missing", T("FindingMissing", sequence));
    public static Finding Leaf(long sequence) => new(sequence, "leaf-differs", T("FindingLeaf", sequence));
    public static Finding Commitment(long sequence) => new(sequence, "payload-differs", T("FindingCommitment", sequence));
    public static Finding Column(long sequence, string column) => new(sequence, "column-differs", T("FindingColumn", sequence, column));
    public static Finding Emptied(long sequence) => new(sequence, "entry-emptied", T("FindingEmptied", sequence));
    public static Finding Correction(long sequence) => new(sequence, "correction-invalid", T("FindingCorrection", sequence));

    /// <param name="ahead">An entry among them that was recorded later than the one after it.</param>
    public static Finding Tile(long from, long to, long? ahead) => Among(from, ahead, "tile-differs", T("FindingTile", from, to));

    public static Finding Head(long head, long entries) => new(null, "tree-head-differs", T("FindingHead", head, entries));
    public static Finding Checkpoint(long size) => new(null, "checkpoint-differs", T("FindingCheckpoint", size));

    /// <inheritdoc cref="Tile"/>
    public static Finding Root(long from, ExpectedRoot checkpoint, long? ahead) =>
        Among(from, ahead, "root-differs", T("FindingRoot", from, checkpoint.Size, checkpoint.Where));

    public static Finding Shorter(long size, ExpectedRoot checkpoint) =>
        new(size + 1, "journal-shorter", T("FindingShorter", size, checkpoint.Size, checkpoint.Where));
    public static Finding OtherKey() => new(null, "signing-key-differs", T("FindingOtherKey"));

    private static Finding Among(long from, long? ahead, string code, string message) => ahead is { } sequence && sequence >= from
        ? new(sequence, code, $"{message} {T("FindingAhead", sequence, sequence + 1)}")
        : new(from, code, message);
}
