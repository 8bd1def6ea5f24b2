using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Retention;
using Talka.Foundation.Trail;

namespace Talka.Administration.Retention;

/// <summary>Sets how many days each kind of data is kept.</summary>
public sealed class SavePeriods(TalkaDb db, InstallationAccess access, RetentionKinds kinds, AuditTrail trail)
{
    /// <param name="days">By the code of the kind, as typed; a kind that is not among them keeps its period.</param>
    /// <returns>Fails with <c>days-invalid</c>.</returns>
    public async Task<Result> SaveAsync(IReadOnlyDictionary<string, string?> days, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        List<Error> errors = [];
        var set = await db.RetentionPeriods().AsTracking().ToDictionaryAsync(period => period.Kind, cancel);
        foreach (var kind in await kinds.ReadAsync(cancel))
        {
            if (!days.TryGetValue(kind.Code, out var typed))
            {
                continue;
            }

            var least = kind.Retention.LeastDays;
            if (Parse.Count(typed) is not { } number || number < least || number > RetentionPeriod.MostDays)
            {
                var words = Texts.T("ErrorDays", kind.Title, Format.Number(least), Format.Number(RetentionPeriod.MostDays));
                errors.Add(Error.Invalid("days-invalid", kind.Retention.WhyNotLess is { } why ? $"{words} {why}" : words, $"Days[{kind.Code}]"));
            }
            else if (number != kind.Days)
            {
                Set(set, kind, (int)number);
            }
        }

        if (errors.Count > 0)
        {
            db.ChangeTracker.Clear();
            return errors;
        }

        await db.SaveChangesAsync(cancel);
        return Result.Ok;
    }

    private void Set(Dictionary<string, RetentionPeriod> set, RetentionKind kind, int days)
    {
        if (set.TryGetValue(kind.Code, out var period))
        {
            period.Days = days;
        }
        else
        {
            db.Add(new RetentionPeriod { Kind = kind.Code, Days = days });
        }

        trail.Add(TrailAct.SettingChanged, $"retention:{kind.Code}", detail: $"{kind.Days} → {days}");
    }
}
