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
    /// <returns>None when it is there no longer.</returns>
    Task<IReadOnlyList<MailAttachment>> MakeAsync(string what, CancellationToken cancel);
}

/// <summary>The text of a mail with what is attached to it and whom to answer, as one text to seal.</summary>
public sealed record MailBody(string Text, string? Attachment, string? ReplyTo)
{
    // No text that is typed or written can hold them
    private const char Mark = '\u001E';
    private const char Between = '\u001F';

    internal string Pack() => (Attachment ?? ReplyTo) is null ? Text
        : $"{Mark}{Attachment}{(ReplyTo is null ? "" : Between + ReplyTo)}{Mark}{Text}";

    public static MailBody Unpack(string body)
    {
        if (body.Length == 0 || body[0] != Mark || body.IndexOf(Mark, 1) is not (> 0 and var end))
        {
            return new MailBody(body, null, null);
        }

        var parts = body[1..end].Split(Between, 2);
        return new MailBody(body[(end + 1)..], parts[0].Length == 0 ? null : parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
