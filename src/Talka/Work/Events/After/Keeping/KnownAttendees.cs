using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Keeping;

/// <summary>Those whose address only the report of an online meeting tells; their id is that of the first line that has it.</summary>
internal sealed class KnownAttendees(TalkaDb db) : IKnownPeople
{
    public Task<KnownPerson?> FindAsync(Guid id, CancellationToken cancel) => FirstAsync(db.OnlineAttendance().Where(a => a.Id == id), cancel);

    public Task<KnownPerson?> FindAsync(string email, CancellationToken cancel) =>
        FirstAsync(db.OnlineAttendance().Where(a => a.Email == email && !db.Registrations().Any(r => r.Email == email)), cancel);

    private static async Task<KnownPerson?> FirstAsync(IQueryable<OnlineAttendance> lines, CancellationToken cancel) =>
        await lines.Where(a => a.Email != null).OrderBy(a => a.Id).Select(a => new { a.Id, a.Name, a.Email }).FirstOrDefaultAsync(cancel) is { } first
            ? new KnownPerson(new PersonKey(first.Id, first.Name, first.Email!), Languages.Latvian, IsDone: true) : null;
}
