using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Work.Events.SigningUp;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>What a person decided about one participant of a report.</summary>
/// <param name="Is">Who it is.</param>
/// <param name="Code">Short code, where it is somebody else who signed up.</param>
public sealed record Decision(Guid Attendance, DecidedAs Is, string? Code = null);

public enum DecidedAs { Suggested, Other, New, Nobody }

/// <summary>Settles whom participants of online reports are, and brings their minutes in step. Decided ones may be decided anew.</summary>
public sealed class DecideAttendance(TalkaDb db, MandateAccess access, RegisterPeople register)
{
    /// <returns>How many were settled; what was wrong with the others names their field <c>Code-{id}</c>.</returns>
    public async Task<(int Settled, IReadOnlyList<Error> Errors)> RunAsync(string mandate, Guid id, IReadOnlyList<Decision> decisions, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return (0, [refused]);
        }

        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id && e.ErasedAt == null, cancel))
        {
            return (0, [Closing.AfterErrors.EventUnknown()]);
        }

        var ids = decisions.Select(decision => decision.Attendance).ToList();
        var rows = await db.OnlineAttendance().Where(a => a.EventId == id && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        var (settled, errors) = (0, new List<Error>());
        foreach (var decision in decisions.Where(decision => rows.ContainsKey(decision.Attendance)))
        {
            var who = await WhoAsync(id, rows[decision.Attendance], decision, cancel);
            errors.AddRange(who.Errors);
            if (who.Succeeded)
            {
                await SettleAsync(decision.Attendance, who.Value, cancel);
                settled++;
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAttendanceAsync(id, cancel);
        await db.SumMinutesAsync(id, cancel);
        await transaction.CommitAsync(cancel);
        return (settled, errors);
    }

    /// <summary>Takes a whole report out again, as if it had never been taken in.</summary>
    public async Task<Result> RemoveAsync(string mandate, Guid id, string report, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id && e.ErasedAt == null, cancel))
        {
            return Closing.AfterErrors.EventUnknown();
        }

        await db.LockAttendanceAsync(id, cancel);
        await db.Set<OnlineAttendance>().Where(a => a.EventId == id && a.Report == report).ExecuteDeleteAsync(cancel);
        await db.SumMinutesAsync(id, cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    private Task SettleAsync(Guid attendance, Guid? who, CancellationToken cancel) => db.Set<OnlineAttendance>().Where(a => a.Id == attendance).ExecuteUpdateAsync(
        set => set.SetProperty(a => a.RegistrationId, who).SetProperty(a => a.Match, who == null ? AttendanceMatch.Left : AttendanceMatch.Decided), cancel);

    private async Task<Result<Guid?>> WhoAsync(Guid eventId, OnlineAttendance row, Decision decision, CancellationToken cancel)
    {
        switch (decision.Is)
        {
            case DecidedAs.Nobody:
                return (Guid?)null;
            case DecidedAs.Suggested when row.RegistrationId is { } suggested:
                return (Guid?)suggested;
            case DecidedAs.New:
                var made = await register.RunAsync(new SignUp
                {
                    EventId = eventId,
                    Source = RegistrationSource.OnlineReport,
                    Name = row.Name,
                    Email = row.Email,
                    Mode = EventMode.Online,
                    RequestKey = $"online:{row.Id:n}",
                    TellByMail = false,
                    AboveSeats = true,
                }, cancel);
                return made.Succeeded ? made.Value.Registration : Result<Guid?>.Failed([.. made.Errors.Select(error => error with { Field = "Code-" + row.Id })]);
            default:
                var code = decision.Code?.Trim().ToUpperInvariant() ?? "";
                var other = await db.Registrations().Where(r => r.EventId == eventId && r.ShortCode == code).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);
                return other is null ? Error.Invalid("short-code-unknown", T("ErrorShortCode", row.Name), "Code-" + row.Id) : other;
        }
    }
}
