using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Finds what signing up has to know of an event that the public may see. It is asked for everybody who wants a place, and putting the question together
/// takes longer than answering it: so it is compiled, once for each application, since a compiled question belongs to one database.
/// </summary>
public sealed class PublicEventFacts
{
    private Func<TalkaDb, string, CancellationToken, Task<EventFacts?>>? _find;

    /// <returns>Null when there is no such event.</returns>
    public Task<EventFacts?> FindAsync(TalkaDb db, string slug, CancellationToken cancel) => (_find ??= Compile(db))(db, slug, cancel);

    private static Func<TalkaDb, string, CancellationToken, Task<EventFacts?>> Compile(TalkaDb db)
    {
        var (events, facts) = (db.PublicEvents(), EventFacts.From(db));
        return EF.CompileAsyncQuery((TalkaDb _, string slug, CancellationToken _) => events.Where(e => e.Slug == slug).Select(facts).FirstOrDefault());
    }
}
