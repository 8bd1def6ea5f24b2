using System.Globalization;
using System.Text.Json;
using Talka.Foundation;

namespace Talka.Journal;

public static partial class EntryPayload
{
    /// <summary>Reads a payload back.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="FormatException">A value is not one that the program writes.</exception>
    /// <exception cref="KeyNotFoundException">A member that every payload has is not there.</exception>
    public static EntryContent Read(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var json = document.RootElement;
        var source = json.GetProperty("source");
        return new EntryContent
        {
            Mandate = Text(json, "mandate")!,
            Year = (int)Number(json, "year")!.Value,
            Stream = Text(json, "stream"),
            Kind = Text(json, "kind")!,
            Title = Text(json, "title")!,
            Description = Text(json, "description"),
            From = DateOnly.ParseExact(Text(json, "from")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            To = DateOnly.ParseExact(Text(json, "to")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Mode = ReadChoice<EntryMode>(json, "mode"),
            Place = Text(json, "place"),
            Region = Text(json, "region"),
            TargetGroup = Text(json, "targetGroup"),
            Partners = Texts(json, "partners"),
            Quantity = Number(json, "quantity"),
            QuantityApproximate = Flag(json, "quantityApproximate"),
            Participants = Number(json, "participants"),
            ParticipantsApproximate = Flag(json, "participantsApproximate"),
            Attendance = json.TryGetProperty("attendance", out var attendance) ? ReadAttendance(attendance) : null,
            Amount = Text(json, "amount") is { } amount ? Money.FromInvariant(amount) : null,
            Reach = Number(json, "reach"),
            Channel = Text(json, "channel"),
            Links = Texts(json, "links"),
            Series = Text(json, "series"),
            State = ReadChoice<EntryState>(json, "state"),
            Files = json.TryGetProperty("files", out var files)
                ? [.. files.EnumerateArray().Select(f => new EntryFile(Text(f, "sha256")!, Text(f, "name")!, Text(f, "contentType")!, Number(f, "size")!.Value))]
                : [],
            Note = Text(json, "note"),
            ToYear = (int?)Number(json, "toYear"),
            Category = Text(json, "category"),
            Payee = Text(json, "payee"),
            DocumentNumber = Text(json, "documentNumber"),
            Concerns = Number(json, "concerns"),
            ExternalId = Text(json, "externalId"),
            Source = new EntrySource(Text(source, "area")!, Text(source, "id"), Text(source, "url")),
            Corrects = Number(json, "corrects"),
            Correction = ReadChoice<CorrectionKind>(json, "correction"),
            Reason = Text(json, "reason"),
            Late = json.TryGetProperty("late", out var late)
                ? new EntryConsent(Guid.Parse(Text(late, "consent")!), DateOnly.ParseExact(Text(late, "givenOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null,
        };
    }

    /// <summary>Who recorded the entry, by its payload; null when the program itself did.</summary>
    public static Guid? ReadRecordedBy(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return Text(document.RootElement, "recordedBy") is { } person ? Guid.Parse(person) : null;
    }

    /// <summary>Reads a JSON array of names, as <see cref="Names"/> writes it.</summary>
    public static IReadOnlyList<string> ReadNames(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(name => name.GetString()!)];
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    private static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    private static List<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static T? ReadChoice<T>(JsonElement json, string name) where T : struct, Enum
    {
        if (Text(json, name) is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Choice<T>(value) == text)
            {
                return value;
            }
        }

        throw new FormatException($"'{text}' is not a {name}.");
    }
}
