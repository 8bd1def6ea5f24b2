using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Retention;
using Talka.Work.Events.SigningUp;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Keeping;

/// <summary>
/// Takes the people out of events that are long over: names, addresses, answers, the names of online reports. What was counted stays, and so do the rows,
/// so that statistics remain. An event of a cycle waits until the whole cycle is over, for until then its different people are counted. One that is not closed
/// waits for <see cref="EventKeeping.Grace"/>, and its cycle with it: without its people it could never be closed.
/// </summary>
internal sealed class EventRetention(TalkaDb db, TimeProvider clock) : IRetention
{
    public string Kind => EventKeeping.Kind;
    public string Title => T("RetentionPeople");
    public int DefaultDays => EventKeeping.DefaultDays;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Over(before).LongCountAsync(cancel);

    public async Task<long> DeleteAsync(DateTime before, CancellationToken cancel)
    {
        long gone = 0;
        while (await Over(before).OrderBy(e => e.EndsAt).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancel) is { } id)
        {
            await EraseAsync(id, cancel);
            gone++;
        }

        return gone;
    }

    private IQueryable<Event> Over(DateTime before)
    {
        var unclosed = before - EventKeeping.Grace;
        return db.Set<Event>().Where(e => e.ErasedAt == null && e.EndsAt < before && (e.State != EventState.Published || e.EndsAt < unclosed)
            && !db.Set<Event>().Any(other => e.SeriesId != null && other.SeriesId == e.SeriesId
                && (other.EndsAt >= before || (other.State == EventState.Published && other.EndsAt >= unclosed))));
    }

    private async Task EraseAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Set<FormResponse>().Where(response => db.Set<Registration>().Any(r => r.EventId == id && r.ResponseId == response.Id)).ExecuteDeleteAsync(cancel);

        // The key that said who it was becomes the id, which says nothing; both databases write an id as text in their own way, and each is the only one
        await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE event_registrations SET name = '', email = NULL, phone = NULL, reason = NULL, organisation_name = NULL, request_key = NULL, response_id = NULL, person_key = CAST(id AS TEXT)
             WHERE event_id = {id}
             """, cancel);
        await db.Set<OnlineAttendance>().Where(a => a.EventId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "").SetProperty(a => a.Email, (string?)null).SetProperty(a => a.Times, (string?)null), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<Event>().Where(e => e.Id == id).ExecuteUpdateAsync(set => set.SetProperty(e => e.ErasedAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Names on certificates, which people show to others for longer. The certificate can be verified afterwards still, without the name.</summary>
internal sealed class CertificateRetention(TalkaDb db, FileStore files) : IRetention
{
    private const int Part = 500;

    public string Kind => "certificates";
    public string Title => T("RetentionCertificates");
    public int DefaultDays => 3_650;

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Old(before).LongCountAsync(cancel);

    public async Task<long> DeleteAsync(DateTime before, CancellationToken cancel)
    {
        long gone = 0;
        while (await Old(before).OrderBy(c => c.Id).Select(c => new { c.Id, c.Sha256 }).Take(Part).ToListAsync(cancel) is { Count: > 0 } part)
        {
            var ids = part.ConvertAll(one => one.Id);
            await db.Set<Certificate>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Name, "").SetProperty(c => c.Sha256, (string?)null).SetProperty(c => c.Size, 0), cancel);
            part.ForEach(one => files.Delete(one.Sha256 ?? ""));
            gone += part.Count;
        }

        return gone;
    }

    private IQueryable<Certificate> Old(DateTime before) => db.Set<Certificate>().Where(c => c.Name != "" && c.IssuedAt < before);
}
