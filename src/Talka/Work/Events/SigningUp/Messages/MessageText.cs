using System.Text;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Hosting;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

/// <summary>Writes a message to one of the registered: the organiser's own words, or else the usual ones, then what the event is and the private link.</summary>
public sealed class MessageText(PrivateLinks links, SiteAddress site)
{
    public NewMail Write(EventMessage message, EventFacts e, Registration to)
    {
        using var language = Languages.Use(to.Language);
        var (subject, words) = Words(message, e);
        var text = new StringBuilder(T("MailHello", to.Name)).Append("\n\n").Append(words).Append("\n\n").Append(e.Title).Append('\n').Append(e.When()).Append('\n');
        if (to.Mode == EventMode.OnSite && string.Join(", ", new[] { e.Venue, e.Address }.OfType<string>()) is { Length: > 0 } where)
        {
            text.Append(where).Append('\n');
        }

        if (message.Kind == MessageKind.Reminder && to is { Mode: EventMode.Online, State: RegistrationState.Confirmed } && e.OnlineLink is { } link)
        {
            text.Append(T("OnlineLink")).Append(' ').Append(link).Append('\n');
        }

        if (message.Kind == MessageKind.Thanks)
        {
            text.Append('\n').Append(e.RecordingLink is null ? "" : T("MailRecording", e.RecordingLink) + "\n");
            text.Append(e.FeedbackFormId is null ? "" : T("MailFeedback", site.Link("/events/feedback/" + links.TokenOf(to.Id))) + "\n");
        }

        text.Append('\n').Append(T(message.Kind == MessageKind.Thanks ? "MailMaterials" : "MailLink")).Append('\n').Append(links.LinkOf(to.Id)).Append('\n');
        if (e.ContactEmail is { } contact)
        {
            text.Append('\n').Append(T("MailContact", string.Join(", ", new[] { e.ContactName, contact }.OfType<string>()))).Append('\n');
        }

        return new NewMail(to.Email!, to.Name, subject, text.ToString(), to.Language, Key(message, to))
        {
            ReplyTo = e.ContactEmail,
            Attachment = message.Kind is MessageKind.Changed or MessageKind.Cancelled or MessageKind.Postponed ? $"event:{to.Id}" : null,
        };
    }

    // A reminder may go out again, for another time
    private static string Key(EventMessage message, Registration to) =>
        $"event:{message.Id:n}:{to.Id:n}" + (message is { Kind: MessageKind.Reminder, DueAt: { } due } ? $":{due:yyyyMMddHHmm}" : "");

    /// <summary>Subject and words in the current language.</summary>
    public static (string Subject, string Words) Words(EventMessage message, EventFacts e)
    {
        var subject = EventText.Of(message.Subject, message.SubjectEn) ?? T($"Message{message.Kind}Subject", e.Title);
        var words = EventText.Of(message.Text, message.TextEn) ?? T("Message" + message.Kind, e.Title);
        return (subject, message.Kind is MessageKind.Cancelled or MessageKind.Postponed && e.StateReason is { } reason ? $"{words}\n\n{reason}" : words);
    }
}
