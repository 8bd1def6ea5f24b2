using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>The people of an event as devices at its doors keep them.</summary>
internal static class DoorList
{
    private const int WrittenAtOnce = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="Online">True of whoever signed up to be online.</param>
    /// <param name="Expected">True of whoever counts as expected (<see cref="DoorNumbers"/>), come or not.</param>
    private sealed record Kept(string Code, string? Name, string Ticket, string State, bool? Online, bool? Expected, DateTime? At, string? Door, IReadOnlyList<Guid>? In);

    /// <summary>Changes whenever the list does: counted by the database, for every device asks each few seconds.</summary>
    public static async Task<string> VersionAsync(TalkaDb db, OpenDoor door, CancellationToken cancel)
    {
        var people = await db.Registrations().Where(r => r.EventId == door.EventId).GroupBy(r => r.State)
            .Select(state => new { state.Key, Count = state.Count(), Changes = state.Sum(r => r.Version), Letters = state.Sum(r => r.Name.Length), Last = state.Max(r => r.CreatedAt), Came = state.Max(r => r.CameAt) })
            .OrderBy(state => state.Key).ToListAsync(cancel);
        var checkIns = await db.CheckIns().Where(c => c.EventId == door.EventId).GroupBy(c => c.TakenBackAt == null)
            .Select(group => new { group.Key, Count = group.Count(), Last = group.Max(c => c.ReceivedAt), Back = group.Max(c => c.TakenBackAt) })
            .OrderBy(group => group.Key).ToListAsync(cancel);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{door.Id} {door.ExpiresAt:O}");
        people.ForEach(state => text.Append(CultureInfo.InvariantCulture, $"\n{state.Key} {state.Count} {state.Changes} {state.Letters} {state.Last:O} {state.Came:O}"));
        checkIns.ForEach(group => text.Append(CultureInfo.InvariantCulture, $"\n{group.Key} {group.Count} {group.Last:O} {group.Back:O}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    /// <summary>Written as it is read: nobody's device makes the server hold a whole list.</summary>
    public static async Task WriteAsync(TalkaDb db, OpenDoor door, PipeWriter output, CancellationToken cancel)
    {
        var doors = await db.EventDoors().Where(d => d.EventId == door.EventId).ToDictionaryAsync(d => d.Id, d => d.Name, cancel);
        var rows = db.Registrations().Where(r => r.EventId == door.EventId).OrderBy(r => r.Id).Select(r => new
        {
            r.Name,
            r.ShortCode,
            r.TicketCode,
            r.State,
            r.Mode,
            r.CameAt,
            In = db.CheckIns().Where(c => c.RegistrationId == r.Id && c.TakenBackAt == null).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new { c.Id, c.DoorId }).ToList(),
        });
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("expiresAt", door.ExpiresAt);
        json.WriteStartArray("people");
        var written = 0;
        await foreach (var r in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var comes = r.State != RegistrationState.Lapsed || r.CameAt is not null;
            JsonSerializer.Serialize(json, new Kept(
                r.ShortCode, comes ? r.Name : null, Tickets.Hash(r.TicketCode), StateOf(r.State), Flag(r.Mode == EventMode.Online),
                Flag(r is { State: RegistrationState.Confirmed, Mode: EventMode.OnSite }), r.CameAt,
                r.In is [{ DoorId: { } at }, ..] ? doors.GetValueOrDefault(at) : null, r.In.Count == 0 ? null : r.In.ConvertAll(c => c.Id)), Json);
            if (++written % WrittenAtOnce == 0)
            {
                await json.FlushAsync(cancel);
                await output.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
        await output.FlushAsync(cancel);
    }

    private static bool? Flag(bool holds) => holds ? true : null;

    private static string StateOf(RegistrationState state) => state switch
    {
        RegistrationState.Cancelled or RegistrationState.Lapsed => "cancelled",
        RegistrationState.Waiting => "waiting",
        _ => "",
    };
}
