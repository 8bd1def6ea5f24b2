using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Talka.Foundation;

namespace Talka.Mandates;

/// <summary>
/// Terms as JSON: the form in which the database keeps each version of them and the command line prints them.
/// Amounts are strings with two decimals, dates ISO 8601; what is unknown is absent.
/// </summary>
public static class TermsJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new MoneyText() },
    };

    private static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    public static string Write(MandateTerms terms) => JsonSerializer.Serialize(terms, Options);

    public static string WriteForPeople(MandateTerms terms) => JsonSerializer.Serialize(terms, Indented);

    public static MandateTerms Read(string json) => JsonSerializer.Deserialize<MandateTerms>(json, Options)!;

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Money.FromInvariant(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToInvariant());
    }
}
