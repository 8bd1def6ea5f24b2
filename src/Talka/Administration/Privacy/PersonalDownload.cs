using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Talka.Accounts;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Foundation.Trail;

namespace Talka.Administration.Privacy;

/// <summary>All that is kept about the signed-in person as one JSON file; rows stream from the database into the answer.</summary>
internal static class PersonalDownload
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task GetAsync(HttpContext context, PersonalReport report, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        if (context.User.PersonId() is not { } id || await report.FindAsync(id, cancel) is not { } person)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await trail.WriteAsync(TrailAct.Exported, "personal data", cancel: cancel);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Texts.T("FileName")}-{clock.Today():yyyy-MM-dd}.json\"";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Format);
        json.WriteStartObject();
        json.WriteString("madeAt", clock.GetUtcNow().UtcDateTime);
        foreach (var data in report.Features)
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
