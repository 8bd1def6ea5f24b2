using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using Talka.Foundation.Trail;

namespace Talka.Administration.Notices;

/// <summary>Messages are known by the e-mail that was given with them; who marked one as handled stays as an id.</summary>
internal sealed class FeedbackPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "feedback";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(FeedbackMessage), nameof(FeedbackMessage.Email), nameof(FeedbackMessage.HandledBy))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).AsNoTracking().OrderByDescending(message => message.Id).Take(most)
        .AsAsyncEnumerable().Select(message => new PersonalRow(
            PersonalFact.At(message.At), PersonalFact.What(message.Text),
            new PersonalFact("page", Texts.T("Page"), message.Page), new PersonalFact("email", Texts.T("Email"), message.Email)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => Of(person).ExecuteDeleteAsync(cancel);

    private IQueryable<FeedbackMessage> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.FeedbackMessages().Where(message => message.Email == email);
    }
}

internal sealed class FeedbackMentions(TalkaDb db) : IPersonMentions
{
    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most)
    {
        var messages = db.FeedbackMessages().AsNoTracking();
        foreach (var stem in stems)
        {
            messages = messages.Where(message => TextSearch.Fold(message.Text).Contains(stem));
        }

        return messages.OrderByDescending(message => message.Id).Take(most).Select(message => new { message.Id, message.At }).AsAsyncEnumerable()
            .Select(message => new PersonMention(
                Texts.T("MentionOf", Foundation.Localisation.Format.Instant(message.At)), $"/admin/feedback?from={message.Id}"));
    }
}

internal sealed class FeedbackRetention(TalkaDb db) : IRetention
{
    public string Kind => "feedback";
    public string Title => Texts.T("FeedbackListTitle");
    public int DefaultDays => 365;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<FeedbackMessage> Older(DateTime before)
    {
        var first = TrailTime.FirstId(before);
        return db.FeedbackMessages().Where(message => message.Id < first);
    }
}
