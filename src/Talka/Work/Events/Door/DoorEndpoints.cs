using System.Text.Json;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>What the script of the door talks to. Whoever has the link may; nothing but the link is asked for, so nothing of a cookie is used.</summary>
internal static class DoorEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // What was noted before the door's time was over may come a while later.
    private static readonly TimeSpan Late = TimeSpan.FromHours(12);

    private sealed record Sent(IReadOnlyList<DoorNote>? Notes, string? Ticket);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/door/{token}/list", (Delegate)ListAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export);
        routes.MapPost("/door/{token}/sync", (Delegate)SyncAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.Door);
    }

    /// <summary>
    /// What a device keeps to work without a network: of those who may come in or may be let in all the same the name, the short code and the hash of the
    /// ticket's code; of those whose registration lapsed the hash alone, so that it can say why. A device that has this version already is told so.
    /// </summary>
    private static async Task<IResult> ListAsync(string token, HttpContext context, TalkaDb db, GuessLimit guesses, TimeProvider clock, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await db.OpenDoorAsync(token, clock.GetUtcNow().UtcDateTime, cancel) is not { } door)
        {
            return TypedResults.StatusCode(await NoDoorAsync(token, context, db, guesses, cancel));
        }

        var version = $"\"{await DoorList.VersionAsync(db, door, cancel)}\"";
        context.Response.Headers.ETag = version;
        if (context.Request.Headers.IfNoneMatch == version)
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await DoorList.WriteAsync(db, door, context.Response.BodyWriter, cancel);
        return Results.Empty;
    }

    // A link that was good is no guess: its devices ask until they know
    private static async Task<int> NoDoorAsync(string token, HttpContext context, TalkaDb db, GuessLimit guesses, CancellationToken cancel) =>
        await db.WasDoorAsync(token, cancel) ? StatusCodes.Status404NotFound : guesses.StatusOf(context);

    private static async Task<IResult> SyncAsync(
        string token, HttpContext context, TalkaDb db, SyncDoor sync, Tickets tickets, GuessLimit guesses, TimeProvider clock, CancellationToken cancel)
    {
        if (await ReadAsync(context, cancel) is not { } sent)
        {
            return TypedResults.BadRequest();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.OpenDoorAsync(token, sent.Ticket is null ? now - Late : now, cancel) is not { } door)
        {
            return TypedResults.StatusCode(await NoDoorAsync(token, context, db, guesses, cancel));
        }

        if (sent.Ticket is { } ticket)
        {
            var (guest, admission) = await tickets.ReadAsync(door.EventId, ticket, cancel);
            return TypedResults.Json(new { admission = admission.ToString(), guest?.Name, Code = guest?.ShortCode, text = AdmissionText.Of(admission, guest) }, Json);
        }

        var unknown = await sync.RunAsync(door, sent.Notes!, cancel);
        return TypedResults.Json(new { unknown }, Json);
    }

    // Databases do not take every character in what they are asked for
    private static bool IsNote(DoorNote? note) =>
        note is { Person.Length: > 0 and <= 10, TakesBack: null or { Count: <= 10 } } && note.Person.All(char.IsAsciiLetterOrDigit);

    private static async Task<Sent?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        try
        {
            var sent = context.Request.HasJsonContentType() ? await context.Request.ReadFromJsonAsync<Sent>(Json, cancel) : null;
            return sent is { Ticket.Length: > 0 } or { Notes.Count: <= SyncDoor.Most } && sent.Notes?.All(IsNote) != false
                ? sent
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
