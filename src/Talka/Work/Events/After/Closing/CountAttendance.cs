using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Closing;

/// <summary>Counts from check-ins and reports who attended an event, and what that makes of its cycle.</summary>
public sealed class CountAttendance(TalkaDb db)
{
    public const int DefaultThreshold = 30;

    public async Task<Counted> RunAsync(Event e, int threshold, long? viewers, CancellationToken cancel)
    {
        var (attendees, expected) = (new List<Attendee>(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var (attendee, isExpected) in db.AttendancesAsync(e.Id).WithCancellation(cancel))
        {
            attendees.Add(attendee);
            if (isExpected)
            {
                expected.Add(attendee.PersonKey);
            }
        }

        var present = Participant.Among(attendees, threshold);
        var count = AttendanceCount.Of(present, threshold);
        return new Counted(
            count.OnSite, count.Online, count.Both, count.Organisations, count.Groups, threshold, viewers,
            expected.Count, expected.Count - present.Count(person => expected.Contains(person.Key)), await SeriesAsync(e, count.People, threshold, cancel));
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
        var rows = from r in db.Registrations()
                   join other in db.Events() on r.EventId equals other.Id
                   where other.SeriesId == series && (other.State == EventState.Closed || other.Id == e.Id) && (r.CameAt != null || r.OnlineMinutes != null)
                   orderby r.EventId
                   select new { r.EventId, Attendee = new Attendee(r.PersonKey, r.CameAt != null, r.OnlineMinutes, null, null, null) };
        var people = new HashSet<string>(StringComparer.Ordinal);
        var ofOne = new List<Attendee>();
        Guid? of = null;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.EventId != of)
            {
                AddPeople();
                of = row.EventId;
            }

            ofOne.Add(row.Attendee);
        }

        AddPeople();
        var attendances = attended + closed.Sum(other => Counted.Read(other.Counted)?.People ?? 0L);
        return new SeriesCount(closed.Count + 1, planned, attendances, people.Count);

        void AddPeople()
        {
            if (of is { } id && thresholds.TryGetValue(id, out var least))
            {
                people.UnionWith(Participant.Among(ofOne, least).Select(person => person.Key));
            }

            ofOne.Clear();
        }
    }
}
