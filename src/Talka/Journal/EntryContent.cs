using Talka.Foundation;

namespace Talka.Journal;

/// <summary>
/// What one entry says: all of it goes, as canonical JSON, into the commitment that the Merkle tree holds.
/// An absent value is unknown; it is never zero.
/// </summary>
public sealed record EntryContent
{
    /// <summary>Slug of the mandate; it never changes.</summary>
    public required string Mandate { get; init; }

    /// <summary>Ordinal of the implementation year (1, 2, …). The journal is told it by its callers, who know the contract.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the funding stream within the mandate.</summary>
    public string? Stream { get; init; }

    /// <summary>Code of a <see cref="JournalKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Description { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; the same as <see cref="From"/> for a single day.</summary>
    public required DateOnly To { get; init; }

    public EntryMode? Mode { get; init; }
    public string? Place { get; init; }
    public string? Region { get; init; }
    public string? TargetGroup { get; init; }
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>How many of the kind this one entry stands for: 24 posts can be one entry. Counts as 1 where absent.</summary>
    public long? Quantity { get; init; }
    public bool QuantityApproximate { get; init; }
    public long? Participants { get; init; }
    public bool ParticipantsApproximate { get; init; }

    /// <summary>How the participants come about; null where they were not counted one by one.</summary>
    public EntryAttendance? Attendance { get; init; }
    public Money? Amount { get; init; }

    /// <summary>People reached without taking part, such as viewers of a stream.</summary>
    public long? Reach { get; init; }

    /// <summary>For posts: facebook, x, instagram, linkedin, bluesky …</summary>
    public string? Channel { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The cycle that it belongs to, by name.</summary>
    public string? Series { get; init; }

    public EntryState? State { get; init; }
    public IReadOnlyList<EntryFile> Files { get; init; } = [];

    /// <summary>What the clerk had to remark, such as a source that prints another value. Shown with the entry, never counted.</summary>
    public string? Note { get; init; }

    /// <summary>Carry-over: the year that receives the amount; <see cref="Year"/> gives it.</summary>
    public int? ToYear { get; init; }

    public string? Category { get; init; }
    public string? Payee { get; init; }
    public string? DocumentNumber { get; init; }

    /// <summary>Sequence of the entry that this one concerns: the expense of an ineligible amount, the ineligible amount of a recovery, the entry that an erasure names.</summary>
    public long? Concerns { get; init; }

    /// <summary>Identity of the row or record that it came from, for imports that may be repeated.</summary>
    public string? ExternalId { get; init; }

    public required EntrySource Source { get; init; }

    /// <summary>Sequence of the entry that this one replaces or voids.</summary>
    public long? Corrects { get; init; }
    public CorrectionKind? Correction { get; init; }
    public string? Reason { get; init; }

    /// <summary>The consent by which the entry came into a year whose report had been accepted; null for every other entry.</summary>
    public EntryConsent? Late { get; init; }
}

public enum EntryMode { OnSite, Online, Hybrid }

public enum EntryState { Begun, Continued, Finished }

public enum CorrectionKind { Replaces, Voids }

/// <summary>That the supervisor let an entry be added late.</summary>
/// <param name="Consent">Which consent it was.</param>
/// <param name="GivenOn">The day on which it was given.</param>
public sealed record EntryConsent(Guid Consent, DateOnly GivenOn);

/// <summary>An attached file, kept in the file store under its hash.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record EntryFile(string Sha256, string Name, string ContentType, long Size);

/// <summary>Which record of which Work area posted the entry.</summary>
/// <param name="Area">Such as <c>records</c>, <c>spending</c>, <c>events</c>.</param>
/// <param name="Url">A path of this site that leads back to the work record; null where the entry is all there is.</param>
public sealed record EntrySource(string Area, string? Id = null, string? Url = null);
