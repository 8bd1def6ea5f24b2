using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>What the door says of whoever stands there.</summary>
public enum Admission
{
    /// <summary>Let in just now.</summary>
    In,

    /// <summary>Was let in before, here or at another door.</summary>
    AlreadyIn,

    /// <summary>The check-in was taken back.</summary>
    TakenBack,

    /// <summary>May come in.</summary>
    Expected,
    Waiting,
    Cancelled,
    OtherEvent,
    NotATicket,
}

/// <summary>Somebody whom the door knows, and how they stand with it.</summary>
/// <param name="At">When they came in, and <paramref name="Door"/> where; null while they have not.</param>
public sealed record Guest(Guid Id, string Name, string ShortCode, RegistrationState State, EventMode Mode, DateTime? At, string? Door)
{
    public Admission Admission => this switch
    {
        { At: not null } => Admission.AlreadyIn,
        { State: RegistrationState.Cancelled or RegistrationState.Lapsed } => Admission.Cancelled,
        { State: RegistrationState.Waiting } => Admission.Waiting,
        _ => Admission.Expected,
    };
}

/// <summary>Reads what a camera saw or somebody typed.</summary>
public sealed class Tickets(TalkaDb db)
{
    private const int MostLength = 500;

    /// <summary>The code in what a QR code holds: the code itself, with what tells tickets from other codes before it, or an address that ends in it.</summary>
    public static string CodeIn(string text)
    {
        var last = text.Trim().Split('?', '#')[0].TrimEnd('/');
        var code = last[(last.LastIndexOf('/') + 1)..];
        return code.StartsWith(TicketCodes.Prefix, StringComparison.OrdinalIgnoreCase) ? code[TicketCodes.Prefix.Length..] : code;
    }

    /// <summary>By what devices know a ticket without keeping its code.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16));

    /// <summary>The guest of a ticket, or why there is none.</summary>
    public async Task<(Guest? Guest, Admission Admission)> ReadAsync(Guid eventId, string text, CancellationToken cancel)
    {
        if (text.Length > MostLength || CodeIn(text) is not { Length: > 0 } code)
        {
            return (null, Admission.NotATicket);
        }

        var guest = await Of(db.Registrations().Where(r => r.TicketCode == code && r.EventId == eventId)).FirstOrDefaultAsync(cancel)
            ?? await Of(db.Registrations().Where(r => r.EventId == eventId && r.ShortCode == code.ToUpperInvariant())).FirstOrDefaultAsync(cancel);
        if (guest is not null)
        {
            return (guest, guest.Admission);
        }

        return (null, await db.Registrations().AnyAsync(r => r.TicketCode == code, cancel) ? Admission.OtherEvent : Admission.NotATicket);
    }

    public IQueryable<Guest> Of(IQueryable<Registration> registrations) => registrations.Select(r => new Guest(
        r.Id, r.Name, r.ShortCode, r.State, r.Mode, r.CameAt,
        db.CheckIns().Where(c => c.RegistrationId == r.Id && c.TakenBackAt == null).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => db.EventDoors().Where(d => d.Id == c.DoorId).Select(d => d.Name).FirstOrDefault()).FirstOrDefault()));
}
