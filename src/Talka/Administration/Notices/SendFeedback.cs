using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Settings;

namespace Talka.Administration.Notices;

/// <summary>Keeps what somebody wrote, and mails it to the contact of the installation where there is one.</summary>
public sealed class SendFeedback(TalkaDb db, CurrentSettings settings, Outbox outbox, SiteAddress site, TimeProvider clock)
{
    /// <returns>Fails with <c>message-missing</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>email-invalid</c>.</returns>
    public async Task<Result<FeedbackMessage>> SendAsync(string? text, string? email, string? page, CancellationToken cancel)
    {
        var (words, answerTo, about) = (PlainText.Tidy(text is null ? null : PlainText.Lines(text)), PlainText.Tidy(email), PlainText.Tidy(page));
        var errors = Check(words, answerTo, about);
        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        var message = new FeedbackMessage
        {
            Id = Guid.CreateVersion7(now),
            At = now.UtcDateTime,
            Text = words!,
            Email = answerTo?.ToLowerInvariant(),
            Page = about,
            Language = Languages.Current,
        };
        db.Add(message);
        if (settings.Value.ContactEmail is { } contact)
        {
            var language = settings.Value.Languages[0];
            using var reading = Languages.Use(language);
            await outbox.AddAsync(
                new NewMail(
                    contact, null, Texts.T("MailSubject"),
                    Texts.T("MailText", message.Text, message.Email ?? Texts.T("NoAnswer"), message.Page ?? "–", site.Link("/admin/feedback")),
                    language, $"feedback:{message.Id}"),
                cancel);
        }

        await db.SaveChangesAsync(cancel);
        return message;
    }

    private static List<Error> Check(string? text, string? email, string? page)
    {
        List<Error> errors = [];
        if (text is null)
        {
            errors.Add(FeedbackErrors.TextMissing());
        }
        else if (text.Length > FeedbackMessage.TextLength)
        {
            errors.Add(FeedbackErrors.TooLong("Text", FeedbackMessage.TextLength));
        }
        else if (!PlainText.IsStorable(text, lines: true))
        {
            errors.Add(FeedbackErrors.NotText("Text"));
        }

        if (email is not null && !EmailAddress.IsValid(email))
        {
            errors.Add(FeedbackErrors.EmailInvalid());
        }

        if (page?.Length > FeedbackMessage.PageLength)
        {
            errors.Add(FeedbackErrors.TooLong("Page", FeedbackMessage.PageLength));
        }
        else if (page is not null && !PlainText.IsStorable(page))
        {
            errors.Add(FeedbackErrors.NotText("Page"));
        }

        return errors;
    }
}
