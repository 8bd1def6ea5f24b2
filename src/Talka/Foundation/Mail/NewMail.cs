namespace Talka.Foundation.Mail;

/// <summary>A mail to be sent.</summary>
/// <param name="To">One address.</param>
/// <param name="Text">Plain text: paragraphs apart by an empty line, links bare. The sender makes a simple HTML part of it.</param>
/// <param name="Language">Of the text: <c>lv</c> or <c>en</c>.</param>
/// <param name="Key">Names the mail: of all mails with the same key only the first is ever sent. Null for one that may be sent again.</param>
/// <param name="PersonId">Whom it goes to, where that is somebody with an account.</param>
/// <param name="NotBefore">UTC; null for at once.</param>
public sealed record NewMail(
    string To, string? ToName, string Subject, string Text, string Language, string? Key = null, Guid? PersonId = null, DateTime? NotBefore = null)
{
    /// <summary>What is attached, as an <see cref="IMailAttachments"/> knows it, such as <c>ticket:</c> and an id; made when the mail is sent. Null for nothing.</summary>
    public string? Attachment { get; init; }

    /// <summary>Whom an answer is for; null for the sender of all mails.</summary>
    public string? ReplyTo { get; init; }
}
