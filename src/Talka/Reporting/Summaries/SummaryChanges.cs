using System.Text;
using System.Text.Json;

namespace Talka.Reporting.Summaries;

/// <summary>What a version says otherwise than the one before it.</summary>
/// <param name="Since">Number of the version before.</param>
/// <param name="Contract">Terms of the contract; null in versions that were published before they were compared.</param>
public sealed record SummaryChanges(
    int Since, IReadOnlyList<FigureChange> Figures, IReadOnlyList<TextChange> Texts, IReadOnlyList<ContractChange>? Contract = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public bool Nothing => Figures.Count == 0 && Texts.Count == 0 && Contract is not { Count: > 0 };

    /// <summary>Compares the JSON of two versions.</summary>
    public static SummaryChanges Between(int since, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> now)
    {
        using var oldJson = JsonDocument.Parse(before);
        using var newJson = JsonDocument.Parse(now);
        var (oldFigures, newFigures) = (FiguresOf(oldJson.RootElement), FiguresOf(newJson.RootElement));
        var figures =
            from key in oldFigures.Keys.Union(newFigures.Keys)
            let old = oldFigures.TryGetValue(key, out var o) ? o : default
            let current = newFigures.TryGetValue(key, out var n) ? n : default
            where !string.Equals(old.Value, current.Value, StringComparison.Ordinal) || old.Label is null || current.Label is null
            select new FigureChange(current.Label ?? old.Label!, key.Year, old.Value, current.Value, old.Label is null, current.Label is null);
        var (oldTexts, newTexts) = (TextsOf(oldJson.RootElement), TextsOf(newJson.RootElement));
        var texts =
            from key in oldTexts.Keys.Union(newTexts.Keys)
            where oldTexts.GetValueOrDefault(key) != newTexts.GetValueOrDefault(key)
            select new TextChange(key.Year, key.Section);
        return new SummaryChanges(since, [.. figures], [.. texts], [.. ContractChange.Between(oldJson.RootElement, newJson.RootElement)]);
    }

    public static SummaryChanges? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<SummaryChanges>(json, Options);

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, Options);

    private static Dictionary<(string Query, int? Year), (string Label, string? Value)> FiguresOf(JsonElement summary) =>
        summary.GetProperty("figures").EnumerateArray().ToDictionary(
            figure => (figure.GetProperty("query").GetString()!, Year(figure)),
            figure => (figure.GetProperty("label").GetString()!, Text(figure.GetProperty("value"))));

    private static Dictionary<(int Year, string Section), string> TextsOf(JsonElement summary) =>
        summary.GetProperty("narrative").EnumerateArray().ToDictionary(
            text => (Year(text) ?? 0, text.GetProperty("section").GetString()!), text => text.GetProperty("text").GetString()!);

    private static int? Year(JsonElement element) =>
        element.GetProperty("year") is { ValueKind: JsonValueKind.Number } year ? year.GetInt32() : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}

/// <param name="Before">As in the JSON; null when unknown then.</param>
/// <param name="Added">It was not printed before.</param>
/// <param name="Removed">It is not printed any more.</param>
public sealed record FigureChange(string Label, int? Year, string? Before, string? After, bool Added, bool Removed);

/// <param name="Year">0 for the whole period.</param>
public sealed record TextChange(int Year, string Section);
