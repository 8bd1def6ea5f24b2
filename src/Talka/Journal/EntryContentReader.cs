using System.Text.Json;
using System.Text.Json.Serialization;
using Talka.Foundation;

namespace Talka.Journal;

public static class EntryContentReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new AmountConverter() },
    };

    /// <summary>What an entry says, read back from its payload; null once it is erased.</summary>
    public static EntryContent? Content(this JournalEntry entry) => entry.Payload is { } payload ? Read(payload) : null;

    /// <summary>The reverse of <see cref="EntryPayload.Write"/>; who recorded it is left out.</summary>
    public static EntryContent Read(string payload) => JsonSerializer.Deserialize<EntryContent>(payload, Options)!;

    private sealed class AmountConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new((long)(decimal.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture) * 100));

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToInvariant());
    }
}
