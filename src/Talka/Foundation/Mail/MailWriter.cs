using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Talka.Foundation.Mail;

/// <summary>Makes the message that is sent: the plain text, and the same as simple HTML.</summary>
internal static partial class MailWriter
{
    /// <param name="sentAt">UTC.</param>
    public static MimeMessage Write(OutboxMail mail, MailBody content, IReadOnlyList<MailAttachment> attachments, MailSettings settings, DateTimeOffset sentAt)
    {
        var text = content.Text;
        var body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart(TextFormat.Html) { Text = Html(mail.Subject, text, mail.Language), ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        var message = new MimeMessage
        {
            // The same at every attempt: a mail that went out twice because of a crash is recognised by it
            MessageId = $"{mail.Id:n}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}",
            Date = sentAt,
            Subject = mail.Subject,
            Body = attachments.Count == 0 ? body : Mixed(body, attachments),
        };
        message.From.Add(new MailboxAddress(settings.FromName, settings.From));
        message.To.Add(new MailboxAddress(mail.ToName ?? "", mail.To));
        if (content.ReplyTo is { } answers && MailboxAddress.TryParse(answers, out var replyTo))
        {
            message.ReplyTo.Add(replyTo);
        }

        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notices in answer
        return message;
    }

    private static Multipart Mixed(MimeEntity body, IReadOnlyList<MailAttachment> attachments)
    {
        var mixed = new Multipart("mixed") { body };
        foreach (var attachment in attachments)
        {
            mixed.Add(Part(attachment));
        }

        return mixed;
    }

    private static MimePart Part(MailAttachment attachment) => new(ContentType.Parse(attachment.ContentType))
    {
        Content = new MimeContent(new MemoryStream(attachment.Content)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = attachment.FileName,
    };

    internal static string Html(string subject, string text, string language)
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(subject)}</title></head><body>\n");
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").AppendJoin("<br>\n", paragraph.Split('\n').Select(Linked)).Append("</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static string Linked(string line)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (var address in Address().EnumerateMatches(line))
        {
            var link = WebUtility.HtmlEncode(line.Substring(address.Index, address.Length));
            html.Append(WebUtility.HtmlEncode(line[end..address.Index])).Append($"<a href=\"{link}\">{link}</a>");
            end = address.Index + address.Length;
        }

        return html.Append(WebUtility.HtmlEncode(line[end..])).ToString();
    }

    // A full stop or bracket after an address belongs to the sentence
    [GeneratedRegex(@"https?://[^\s]*[^\s,;.)]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
