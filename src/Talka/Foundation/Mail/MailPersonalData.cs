using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Foundation.Mail;

internal sealed class MailPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "mails";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(OutboxMail), nameof(OutboxMail.PersonId), nameof(OutboxMail.To), nameof(OutboxMail.ToName))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).AsNoTracking().OrderByDescending(mail => mail.Id).Take(most)
        .Select(mail => new { mail.CreatedAt, mail.To, mail.Subject, mail.State }).AsAsyncEnumerable().Select(mail => new PersonalRow(
            PersonalFact.At(mail.CreatedAt),
            new PersonalFact("to", Texts.T("DataTo"), mail.To),
            PersonalFact.What(mail.Subject),
            new PersonalFact("state", Texts.T("DataState"), Texts.T("DataState" + mail.State), mail.State.ToString())));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => Of(person).ExecuteDeleteAsync(cancel);

    private IQueryable<OutboxMail> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant(); // people without an account are written to like this
        return db.OutboxMails().Where(mail => mail.PersonId == person.Id || mail.To == person.Email || mail.To == email);
    }
}

internal sealed class MailRetention(TalkaDb db) : IRetention
{
    public string Kind => "mails";
    public string Title => Texts.T("RetentionTitle");
    public int DefaultDays => 90;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<OutboxMail> Older(DateTime before) => db.OutboxMails().Where(mail => mail.DoneAt < before);
}
