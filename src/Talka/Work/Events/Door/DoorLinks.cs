using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Mandates;

namespace Talka.Work.Events.Door;

/// <summary>A door that somebody stands at now.</summary>
public sealed record OpenDoor(Guid Id, Guid EventId, string Name, DateTime CreatedAt, DateTime ExpiresAt);

/// <summary>The links by which doors are opened: 32 random bytes, of which only a hash is kept.</summary>
public static class DoorLinks
{
    private const int Bytes = 32;
    private const int Length = 43;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string Path(string token) => $"/door/{token}";

    /// <summary>The door of a link; null where there is none, its time is over, or it was closed.</summary>
    public static async Task<OpenDoor?> OpenDoorAsync(this TalkaDb db, string token, DateTime now, CancellationToken cancel)
    {
        if (token.Length != Length)
        {
            return null;
        }

        var hash = Hash(token);
        return await db.EventDoors().Where(d => d.TokenHash == hash && d.RevokedAt == null && d.ExpiresAt > now)
            .Where(d => db.Events().Any(e => e.Id == d.EventId && db.Mandates().Any(m => m.Id == e.MandateId)))
            .Select(d => new OpenDoor(d.Id, d.EventId, d.Name, d.CreatedAt, d.ExpiresAt))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Whether there was such a door, whatever became of it.</summary>
    public static Task<bool> WasDoorAsync(this TalkaDb db, string token, CancellationToken cancel)
    {
        var hash = Hash(token);
        return db.EventDoors().AnyAsync(d => d.TokenHash == hash, cancel);
    }
}
