using System.Net.Mail;

namespace Talka.Foundation;

public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>Whether this is one address and nothing else, that mail can be sent to as it stands.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= MaxLength } && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
