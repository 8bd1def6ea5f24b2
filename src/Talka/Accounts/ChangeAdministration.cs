using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>Gives a person the care of the installation, or takes it from them; the last who has it keeps it. They are told by mail.</summary>
public sealed class ChangeAdministration(TalkaDb db, InstallationAccess access, OpenedSessions opened, AccountLetters letters, AuditTrail trail)
{
    /// <summary>Fits, with what stands before it, into a line of the audit trail, where it is kept.</summary>
    public const int ReasonLength = 250;

    /// <returns>
    /// Fails with <c>not-allowed</c>, <c>reason-missing</c>, <c>reason-too-long</c>, <c>reason-not-storable</c>, <c>person-unknown</c>,
    /// <c>person-of-demo</c>, <c>rights-already</c>, <c>last-administrator</c>.
    /// </returns>
    public async Task<Result> RunAsync(Guid personId, bool give, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        if (CheckReason(reason) is { } error)
        {
            return error;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var others = await db.HasAdministratorBesidesAsync(personId, cancel);
        if (await db.People().AsNoTracking().FirstOrDefaultAsync(known => known.Id == personId, cancel) is not { } person)
        {
            return AccountErrors.PersonUnknown();
        }

        if (person.IsDemo)
        {
            return AccountErrors.DemoPerson();
        }

        if (person.IsAdministrator == give)
        {
            return AccountErrors.RightsAlready();
        }

        if (!give && !others)
        {
            return AccountErrors.LastAdministrator();
        }

        var stamp = Person.NewStamp();
        await db.People().Where(known => known.Id == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.IsAdministrator, give).SetProperty(known => known.ConcurrencyStamp, stamp), cancel);
        trail.Add(give ? TrailAct.AccessGiven : TrailAct.AccessEnded, $"person:{personId}", detail: $"administrator: {reason!.Trim()}");
        await letters.AdministrationChangedAsync(person, give, reason!.Trim(), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        opened.ForgetPerson(personId);
        return Result.Ok;
    }

    internal static Error? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? AccountErrors.ReasonMissing()
        : reason.Trim().Length > ReasonLength ? AccountErrors.ReasonTooLong()
        : PlainText.IsStorable(reason) ? null
        : AccountErrors.ReasonNotText();
}
