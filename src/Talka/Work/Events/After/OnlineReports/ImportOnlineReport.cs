using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>What a report says of an event.</summary>
/// <param name="Known">That it was taken in before: nothing is added.</param>
public sealed record ReportFound(IReadOnlyList<MatchedPerson> People, bool Known, bool Written)
{
    public int Count(AttendanceMatch match) => People.Count(one => one.Match == match);
}

/// <summary>Takes in the participant report of an online meeting. The same report, whatever program saved it and in whatever form, is taken in once.</summary>
public sealed class ImportOnlineReport(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    /// <param name="write">False only looks what it would do.</param>
    public async Task<Result<ReportFound>> RunAsync(string mandate, Guid id, Stream file, bool write, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id && e.ErasedAt == null, cancel))
        {
            return Closing.AfterErrors.EventUnknown();
        }

        var lines = ReportReading.Read(file);
        if (!lines.Succeeded)
        {
            return Result<ReportFound>.Failed(lines.Errors);
        }

        var report = Print(lines.Value);
        await using var transaction = write ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (write)
        {
            await db.LockAttendanceAsync(id, cancel);
        }

        var known = await db.OnlineAttendance().AnyAsync(a => a.EventId == id && a.Report == report, cancel);
        var registered = await db.Registrations().Standing().Where(r => r.EventId == id)
            .OrderBy(r => r.Id).Select(r => new Registered(r.Id, r.Name, r.Email)).ToListAsync(cancel);
        var people = MatchPeople.Run(ReportPeople.Join(lines.Value), registered);
        if (transaction is null || known)
        {
            return new ReportFound(people, known, Written: false);
        }

        var now = clock.GetUtcNow();
        foreach (var one in people)
        {
            db.Add(new OnlineAttendance
            {
                Id = Guid.CreateVersion7(now),
                EventId = id,
                Report = report,
                Name = one.Person.Name,
                Email = one.Person.Email,
                Minutes = one.Person.Minutes,
                Times = Stretches.Write(one.Person.Times),
                Match = one.Match,
                RegistrationId = one.Registration,
            });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await db.SumMinutesAsync(id, cancel);
        await transaction.CommitAsync(cancel);
        return new ReportFound(people, Known: false, Written: true);
    }

    // Of what the report says, not of its bytes: saved again in another encoding or order it is still the same report.
    private static string Print(IReadOnlyList<ReportLine> lines)
    {
        var text = lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name}\t{line.Email}\t{line.Joined:O}\t{line.Left:O}\t{line.Duration}")).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', text))));
    }
}

internal static class AttendanceSums
{
    private static readonly AttendanceMatch[] Certain = [AttendanceMatch.ByEmail, AttendanceMatch.ByName, AttendanceMatch.Decided];

    /// <summary>One change of an event's online attendance at a time.</summary>
    public static Task LockAttendanceAsync(this TalkaDb db, Guid eventId, CancellationToken cancel) =>
        db.Set<Event>().Where(e => e.Id == eventId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version), cancel);

    /// <summary>Brings the minutes of every registration in step with what is decided of the reports. What two of them tell of the same time counts once.</summary>
    public static async Task SumMinutesAsync(this TalkaDb db, Guid eventId, CancellationToken cancel)
    {
        await db.Set<Registration>().Where(r => r.EventId == eventId).ExecuteUpdateAsync(set => set.SetProperty(
            r => r.OnlineMinutes,
            r => db.Set<OnlineAttendance>().Any(a => a.RegistrationId == r.Id && Certain.Contains(a.Match))
                ? db.Set<OnlineAttendance>().Where(a => a.RegistrationId == r.Id && Certain.Contains(a.Match)).Sum(a => a.Minutes)
                : (int?)null), cancel);
        foreach (var (registration, minutes) in await db.OverlapsAsync(eventId, cancel))
        {
            await db.Set<Registration>().Where(r => r.Id == registration).ExecuteUpdateAsync(set => set.SetProperty(r => r.OnlineMinutes, r => r.OnlineMinutes - minutes), cancel);
        }
    }

    /// <summary>By how many minutes the sum says too much, of those of whom it does.</summary>
    private static async Task<List<(Guid Registration, int Minutes)>> OverlapsAsync(this TalkaDb db, Guid eventId, CancellationToken cancel)
    {
        var timed = db.OnlineAttendance().Where(a => a.EventId == eventId && a.RegistrationId != null && a.Times != null && Certain.Contains(a.Match));
        var told = await timed.Where(a => timed.Any(other => other.RegistrationId == a.RegistrationId && other.Id != a.Id))
            .Select(a => new { Registration = a.RegistrationId!.Value, Times = a.Times! }).ToListAsync(cancel);
        return
        [
            .. told.GroupBy(one => one.Registration, one => one.Times)
                .Select(of => (of.Key, Minutes: (int)Math.Round(Stretches.Overlap([.. of.SelectMany(Stretches.Read)]).TotalMinutes, MidpointRounding.AwayFromZero)))
                .Where(of => of.Minutes > 0),
        ];
    }
}
