using System.Text.Json;

namespace Talka.Work.Events.After.Closing;

/// <summary>A cycle, as it stood when one of its events was closed.</summary>
/// <param name="Held">Events that were closed, this one included.</param>
/// <param name="Attendances">Theirs together: who came to three events is three of them.</param>
/// <param name="People">Different people: who came to three events is one of them.</param>
public sealed record SeriesCount(int Held, int? Planned, long Attendances, long People);

/// <summary>What was counted when an event was closed or corrected. Kept as JSON in <see cref="Event.Counted"/>; it outlives the people's data.</summary>
/// <param name="Threshold">The least minutes online that counted.</param>
/// <param name="Viewers">Of a live stream; reach, never participants.</param>
/// <param name="Expected">People who had a place before the event.</param>
/// <param name="NoShows">Those of them who attended in no way.</param>
public sealed record Counted(
    int OnSite, int Online, int Both, int Organisations, IReadOnlyList<GroupCount> Groups, int Threshold, long? Viewers, int Expected, int NoShows, SeriesCount? Series)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public int People => OnSite + Online;

    /// <summary>Whether the event itself was counted the same. What became of its cycle since is no change of this event.</summary>
    public bool IsSameEvent(Counted other) => (this with { Series = null }).Write() == (other with { Series = null }).Write();

    public string Write() => JsonSerializer.Serialize(this, Options);

    public static Counted? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Counted>(json, Options);
}
