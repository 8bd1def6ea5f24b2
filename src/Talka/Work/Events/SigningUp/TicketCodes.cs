using System.Buffers.Text;
using System.Security.Cryptography;

namespace Talka.Work.Events.SigningUp;

/// <summary>The codes by which a ticket is known at the door.</summary>
public static class TicketCodes
{
    /// <summary>What stands before the code in the QR code, so that other codes that are held before the camera are told apart.</summary>
    public const string Prefix = "TALKA:";

    private const int TicketBytes = 20;
    private const int ShortLength = 6;

    // Nothing that is mistaken for something else when it is read aloud or from a crumpled sheet
    private const string Letters = "23456789ACDEFGHJKLMNPQRTUVWXY";

    public static string NewTicket() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));

    public static string NewShort() => RandomNumberGenerator.GetString(Letters, ShortLength);
}
