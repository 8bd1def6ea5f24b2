using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Organisations;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Closing;

/// <summary>Counts from check-ins and reports who attended an event, and what that makes of its cycle.</summary>
public sealed class CountAttendance(TalkaDb db)
{
    public const int DefaultThreshold = 30;

    public async Task<Counted> RunAsync(Event e, int threshold, long? viewers, CancellationToken cancel)
    {
        var organisations = db.Set<Organisation>().AsNoTracking();
        var attendees = new List<Attendee>();
        var (expected, came) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var rows = db.Registrations().Where(r => r.EventId == e.Id).OrderBy(r => r.Id).Select(r => new
        {
            r.PersonKey,
            r.CameAt,
            r.OnlineMinutes,
            r.TargetGroup,
            r.State,
            r.Source,
            r.OrganisationName,
            Organisation = organisations.Where(o => o.Id == r.OrganisationId).Select(o => (Guid?)(o.MergedIntoId ?? o.Id)).FirstOrDefault(),
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            attendees.Add(new Attendee(row.PersonKey, row.CameAt is not null, row.OnlineMinutes, row.TargetGroup, row.Organisation, row.OrganisationName));
            if (row.State == RegistrationState.Confirmed && row.Source is not (RegistrationSource.WalkIn or RegistrationSource.OnlineReport))
            {
                expected.Add(row.PersonKey);
            }

            if (row.CameAt is not null || row.OnlineMinutes >= threshold)
            {
                came.Add(row.PersonKey);
            }
        }

        var count = AttendanceCount.Of(attendees, threshold);
        return new Counted(
            count.OnSite, count.Online, count.Both, count.Organisations, count.Groups, threshold, viewers,
            expected.Count, expected.Count(key => !came.Contains(key)), await SeriesAsync(e, count.People, threshold, cancel));
    }

    // All closed events of the cycle, with this one as it would be closed now.
    private async Task<SeriesCount?> SeriesAsync(Event e, int attended, int threshold, CancellationToken cancel)
    {
        if (e.SeriesId is not { } series)
        {
            return null;
        }

        var planned = await db.EventSeries().Where(s => s.Id == series).Select(s => s.PlannedCount).FirstOrDefaultAsync(cancel);
        var closed = await db.Events().Where(other => other.SeriesId == series && other.State == EventState.Closed && other.Id != e.Id)
            .Select(other => new { other.Id, other.Counted }).ToListAsync(cancel);
        var thresholds = closed.ToDictionary(other => other.Id, other => Counted.Read(other.Counted)?.Threshold ?? CountAttendance.DefaultThreshold);
        thresholds[e.Id] = threshold;
        var people = new HashSet<string>(StringComparer.Ordinal);
        var rows = from r in db.Registrations()
                   join other in db.Events() on r.EventId equals other.Id
                   where other.SeriesId == series && (other.State == EventState.Closed || other.Id == e.Id) && (r.CameAt != null || r.OnlineMinutes != null)
                   select new { r.EventId, r.PersonKey, CameIn = r.CameAt != null, r.OnlineMinutes };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (thresholds.TryGetValue(row.EventId, out var least) && (row.CameIn || row.OnlineMinutes >= least))
            {
                people.Add(row.PersonKey);
            }
        }

        var attendances = attended + closed.Sum(other => Counted.Read(other.Counted)?.People ?? 0L);
        return new SeriesCount(closed.Count + 1, planned, attendances, people.Count);
    }
}
