using System.Text.Json;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>An error that a careful reader of a document must report, or may.</summary>
/// <param name="Year">Null matches any.</param>
/// <param name="Quotes">Words at its places; none for what is missing.</param>
internal sealed record Label(string Code, int? Year, IReadOnlyList<string> Quotes, string Why);

/// <summary>What there is to find in a document.</summary>
/// <param name="Allowed">What may be reported without being false, and need not be.</param>
internal sealed record Labels(string Language, bool Clean, IReadOnlyList<Label> Findings, IReadOnlyList<Label> Allowed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Labels Parse(string json)
    {
        var read = JsonSerializer.Deserialize<Labels>(json, Json)!;
        return read with { Findings = [.. (read.Findings ?? []).Select(Whole)], Allowed = [.. (read.Allowed ?? []).Select(Whole)] };
    }

    private static Label Whole(Label label) => label with { Quotes = label.Quotes ?? [] };
}

/// <summary>A document of the corpus.</summary>
internal sealed record Labelled(string Name, byte[] Bytes, Labels Labels)
{
    /// <summary>The documents of a folder, each with <c>NAME.labels.json</c> beside it, and those of its pairs of wordings.</summary>
    public static IEnumerable<Labelled> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.labels.json").Order(StringComparer.Ordinal).SelectMany(labels => Beside(folder, labels))
            .Concat(Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(WordingPairs.In));

    private static IEnumerable<Labelled> Beside(string folder, string labels) =>
        Directory.EnumerateFiles(folder, Path.GetFileName(labels).Replace(".labels.json", ".*", StringComparison.Ordinal)).Where(file => !file.EndsWith(".labels.json", StringComparison.Ordinal))
            .Select(file => new Labelled(Path.GetFileName(file), File.ReadAllBytes(file), Labels.Parse(File.ReadAllText(labels))));
}
