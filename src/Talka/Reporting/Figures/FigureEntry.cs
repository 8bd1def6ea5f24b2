using System.Text.Json;
using Talka.Foundation;
using Talka.Journal;

namespace Talka.Reporting.Figures;

/// <summary>An effective entry, as much of it as figures need. Absent is unknown.</summary>
public sealed class FigureEntry
{
    private IReadOnlyList<string>? _partners;

    public required long Sequence { get; init; }
    public required int Year { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public string? Stream { get; init; }
    public EntryMode? Mode { get; init; }
    public string? Place { get; init; }
    public string? TargetGroup { get; init; }
    public string? PartnersJson { get; init; }
    public long? Quantity { get; init; }
    public bool QuantityApproximate { get; init; }
    public long? Participants { get; init; }
    public bool ParticipantsApproximate { get; init; }
    public Money? Amount { get; init; }
    public long? Reach { get; init; }
    public string? Channel { get; init; }
    public string? Series { get; init; }
    public EntryState? State { get; init; }
    public int? ToYear { get; init; }
    public long? Concerns { get; init; }

    /// <summary>It came, by consent, after the report of its year had been accepted.</summary>
    public bool IsLate { get; init; }

    public IReadOnlyList<string> Partners => _partners ??= PartnersJson is null ? [] : JsonSerializer.Deserialize<string[]>(PartnersJson) ?? [];

    /// <summary>
    /// One thing on its own day or days, that can be listed by date; false for a bulk count and for what is dated with a long period because its day is not known.
    /// </summary>
    public bool IsDated => Quantity is null or 1 && To.DayNumber - From.DayNumber < 31;
}
