using System.Text.Json;

namespace Talka.Reporting.Summaries;

/// <summary>A term of the contract that two versions print differently.</summary>
/// <param name="Term">What it is, such as <c>SignedOn</c>.</param>
/// <param name="Year">Ordinal of the year that it belongs to; null for the contract as a whole.</param>
/// <param name="Name">Of the stream or indicator that it belongs to.</param>
/// <param name="Before">As in the JSON, a pair of days as <c>2022-07-15/2025-07-14</c>; null when nothing stood there.</param>
public sealed record ContractChange(string Term, int? Year, string? Name, string? Before, string? After)
{
    /// <summary>Compares what two frozen summaries say of the contract. Planned amounts are figures, and compared as such.</summary>
    internal static IEnumerable<ContractChange> Between(JsonElement before, JsonElement now)
    {
        // Names of indicators are printed in the language of the version: another language is no change of the contract.
        var sameLanguage = Text(before, "language") == Text(now, "language");
        var (old, current) = (Says(before, sameLanguage), Says(now, sameLanguage));
        return
            from key in old.Keys.Union(current.Keys)
            let was = old.GetValueOrDefault(key)
            let becomes = current.GetValueOrDefault(key)
            where was.Text != becomes.Text
            select new ContractChange(key.Term, key.Year, becomes.Name ?? was.Name, was.Text, becomes.Text);
    }

    private static Dictionary<(string Term, int? Year, string? Code), (string? Text, string? Name)> Says(JsonElement summary, bool withNames)
    {
        var mandate = summary.GetProperty("mandate");
        var says = new Dictionary<(string, int?, string?), (string?, string?)>
        {
            [("Title", null, null)] = (Text(mandate, "title"), null),
            [("Kind", null, null)] = (Text(mandate, "kind"), null),
            [("Number", null, null)] = (Text(mandate, "number"), null),
            [("SignedOn", null, null)] = (Text(mandate, "signedOn"), null),
            [("Task", null, null)] = (Text(mandate, "task"), null),
            [("LegalBasis", null, null)] = (Text(mandate, "legalBasis"), null),
            [("TextUrl", null, null)] = (Text(mandate, "textUrl"), null),
            [("Implementer", null, null)] = (Party(summary.GetProperty("implementer")), null),
            [("Authority", null, null)] = (Party(summary.GetProperty("authority")), null),
            [("Period", null, null)] = (Days(summary.GetProperty("period")), null),
        };
        foreach (var year in summary.GetProperty("years").EnumerateArray())
        {
            var ordinal = year.GetProperty("ordinal").GetInt32();
            says[("Year", ordinal, null)] = (Days(year), null);
            foreach (var stream in year.GetProperty("streams").EnumerateArray())
            {
                var (code, name) = (Text(stream, "code"), Text(stream, "name"));
                says[("Stream", null, code)] = (name, null);
                says[("PlanNote", ordinal, code)] = (Text(stream, "note"), name);
            }
        }

        foreach (var indicator in summary.GetProperty("indicators").EnumerateArray())
        {
            var (code, name) = (Text(indicator, "code"), Text(indicator, "name"));
            var meaning = $"{Text(indicator, "unit")}; {Text(indicator, "figure")}";
            says[("Indicator", null, code)] = (withNames ? $"{name}; {meaning}" : meaning, name);
            foreach (var year in indicator.GetProperty("years").EnumerateArray())
            {
                says[("Target", year.GetProperty("year").GetInt32(), code)] = (Text(year, "target"), name);
            }
        }

        return says;
    }

    private static string? Party(JsonElement party) => party.ValueKind == JsonValueKind.Null
        ? null
        : Text(party, "registrationNumber") is { } number ? $"{Text(party, "name")}, {number}" : Text(party, "name");

    private static string Days(JsonElement element) => $"{Text(element, "from")}/{Text(element, "to")}";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
