namespace Talka.Foundation.Mail;

/// <param name="ContentType">With its parameters, such as <c>text/calendar; charset=utf-8</c>.</param>
public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>
/// Makes the attachments of one kind at the moment at which a mail goes out. The outbox keeps only what is to be attached, so that many mails waiting take little
/// room, and the one that arrives says how things are then.
/// </summary>
public interface IMailAttachments
{
    /// <summary>The beginning of <see cref="NewMail.Attachment"/>, before the colon.</summary>
    string Kind { get; }

    /// <param name="what">What stands after the colon.</param>
    /// <returns>Null when it is there no longer.</returns>
    Task<MailAttachment?> MakeAsync(string what, CancellationToken cancel);
}

/// <summary>The text of a mail with what is attached to it, as one text to seal.</summary>
public static class MailBody
{
    // No text that is typed or written can hold it
    private const char Mark = '\u001E';

    internal static string Pack(string text, string? attachment) => attachment is null ? text : $"{Mark}{attachment}{Mark}{text}";

    public static (string Text, string? Attachment) Unpack(string body) =>
        body.Length > 0 && body[0] == Mark && body.IndexOf(Mark, 1) is > 0 and var end ? (body[(end + 1)..], body[1..end]) : (body, null);
}
