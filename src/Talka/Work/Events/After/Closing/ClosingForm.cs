using Talka.Journal;

namespace Talka.Work.Events.After.Closing;

/// <summary>What the organiser says at the closing; all else is counted.</summary>
public sealed record ClosingForm
{
    /// <summary>The least minutes online that count as taking part.</summary>
    public int Threshold { get; init; } = CountAttendance.DefaultThreshold;

    /// <summary>Of a live stream.</summary>
    public long? Viewers { get; init; }
    public string? RecordingLink { get; init; }

    /// <summary>Materials of the event whose files go with the entry, such as the programme.</summary>
    public IReadOnlyList<Guid> Materials { get; init; } = [];

    /// <summary>Files that are in the store already.</summary>
    public IReadOnlyList<EntryFile> Photos { get; init; } = [];

    /// <summary>Whether the list of attendances, without names, goes with the entry.</summary>
    public bool WithList { get; init; }
}

/// <summary>What the closing would post, just as it would be posted.</summary>
/// <param name="Print">Changes whenever anything of it does.</param>
public sealed record ClosingDraft(Counted Counted, EntryContent Content, string Print);
