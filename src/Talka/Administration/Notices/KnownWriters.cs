using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Administration.Notices;

/// <summary>Those who wrote to the site and left an address.</summary>
internal sealed class KnownWriters(TalkaDb db) : IKnownPeople
{
    public Task<KnownPerson?> FindAsync(Guid id, CancellationToken cancel) => FirstAsync(db.FeedbackMessages().Where(message => message.Id == id), cancel);

    public Task<KnownPerson?> FindAsync(string email, CancellationToken cancel) => FirstAsync(db.FeedbackMessages().Where(message => message.Email == email), cancel);

    private static async Task<KnownPerson?> FirstAsync(IQueryable<FeedbackMessage> messages, CancellationToken cancel) =>
        await messages.Where(message => message.Email != null).OrderBy(message => message.Id).Select(message => new { message.Id, message.Email, message.Language }).FirstOrDefaultAsync(cancel) is { } first
            ? new KnownPerson(new PersonKey(first.Id, first.Email!, first.Email!), first.Language, IsDone: true) : null;
}
