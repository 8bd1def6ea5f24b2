using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

    private sealed record Kept(string Code, string? Name, string Ticket, string State, DateTime? At, string? Door, IReadOnlyList<Guid>? In);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/door/{token}/list", (Delegate)ListAsync).AllowAnonymous();
        routes.MapPost("/door/{token}/sync", (Delegate)SyncAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(RateLimits.Door);
    }

    /// <summary>
    /// What a device keeps to work without a network: of those who may come in the name, the short code and the hash of the ticket's code; of those who may
    /// not, the hash alone, so that it can say why.
    /// </summary>
    private static async Task<IResult> ListAsync(string token, HttpContext context, TalkaDb db, TimeProvider clock, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await db.OpenDoorAsync(token, clock.GetUtcNow().UtcDateTime, cancel) is not { } door)
        {
            return TypedResults.NotFound();
        }

        var doors = await db.EventDoors().Where(d => d.EventId == door.EventId).ToDictionaryAsync(d => d.Id, d => d.Name, cancel);
        var checkIns = (await db.CheckIns().Where(c => c.EventId == door.EventId && c.TakenBackAt == null).Select(c => new { c.Id, c.RegistrationId, c.DoorId }).ToListAsync(cancel))
            .ToLookup(c => c.RegistrationId);
        var people = new List<Kept>();
        await foreach (var r in db.Registrations().Where(r => r.EventId == door.EventId)
            .Select(r => new { r.Id, r.Name, r.ShortCode, r.TicketCode, r.State, r.CameAt }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var state = r.State switch
            {
                RegistrationState.Cancelled or RegistrationState.Lapsed => "cancelled",
                RegistrationState.Waiting => "waiting",
                _ => "",
            };
            var seen = checkIns[r.Id].ToList();
            var comes = state.Length == 0 || r.CameAt is not null;
            people.Add(new Kept(r.ShortCode, comes ? r.Name : null, Tickets.Hash(r.TicketCode), state, r.CameAt,
                seen is [{ DoorId: { } at }, ..] ? doors.GetValueOrDefault(at) : null, seen.Count == 0 ? null : [.. seen.Select(c => c.Id)]));
        }

        return TypedResults.Json(new { door.ExpiresAt, people }, Json);
    }

    private static async Task<IResult> SyncAsync(
        string token, HttpContext context, TalkaDb db, SyncDoor sync, Tickets tickets, TimeProvider clock, CancellationToken cancel)
    {
        if (await ReadAsync(context, cancel) is not { } sent)
        {
            return TypedResults.BadRequest();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.OpenDoorAsync(token, sent.Ticket is null ? now - Late : now, cancel) is not { } door)
        {
            return TypedResults.NotFound();
        }

        if (sent.Ticket is { } ticket)
        {
            var (guest, admission) = await tickets.ReadAsync(door.EventId, ticket, cancel);
            return TypedResults.Json(new { admission = admission.ToString(), guest?.Name, Code = guest?.ShortCode, text = AdmissionText.Of(admission, guest) }, Json);
        }

        var unknown = await sync.RunAsync(door, sent.Notes!, cancel);
        return TypedResults.Json(new { unknown, numbers = await DoorNumbers.OfAsync(db, door.EventId, cancel) }, Json);
    }

    private static async Task<Sent?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        try
        {
            var sent = context.Request.HasJsonContentType() ? await context.Request.ReadFromJsonAsync<Sent>(Json, cancel) : null;
            return sent is { Ticket.Length: > 0 } or { Notes.Count: <= SyncDoor.Most } && sent.Notes?.All(note => note is { Person.Length: > 0 and <= 10, TakesBack: null or { Count: <= 10 } }) != false
                ? sent
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
