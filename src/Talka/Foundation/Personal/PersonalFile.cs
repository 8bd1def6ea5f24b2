using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Personal;

/// <summary>All that is kept about a person as one JSON file; rows stream from the database into the answer.</summary>
internal static class PersonalFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task WriteAsync(HttpResponse response, IReadOnlyList<IPersonalData> features, PersonKey person, string name, TimeProvider clock, CancellationToken cancel)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{clock.Today():yyyy-MM-dd}.json\"";
        response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("madeAt", clock.GetUtcNow().UtcDateTime);
        foreach (var data in features)
        {
            json.WriteStartArray(data.Code);
            await foreach (var row in data.ReadAsync(person, int.MaxValue).WithCancellation(cancel))
            {
                Write(json, row);
                if (json.BytesPending > 32 * 1024)
                {
                    await json.FlushAsync(cancel);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, PersonalRow row)
    {
        json.WriteStartObject();
        foreach (var fact in row.Facts)
        {
            json.WriteString(fact.Key, fact.Exact ?? fact.Value);
        }

        json.WriteEndObject();
    }
}
