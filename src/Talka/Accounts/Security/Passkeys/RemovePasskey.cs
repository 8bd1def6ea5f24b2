using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Passkeys;

/// <summary>Takes a passkey away, unless the person could then not sign in any more, or not as their role demands.</summary>
internal sealed class RemovePasskey(TalkaDb db, FactorChanges changes, FactorRules rules, WaysIn ways)
{
    public async Task<Result> RunAsync(Person person, Guid passkeyId, CancellationToken cancel)
    {
        var others = await db.Passkeys().AnyAsync(passkey => passkey.PersonId == person.Id && passkey.Id != passkeyId, cancel);
        if (!others && !await ways.HasPasswordOrLoginAsync(person, cancel))
        {
            return SecurityErrors.LastWayIn();
        }

        if (!others && await rules.DemandAsync(person, cancel)
            && !await db.Authenticators().AnyAsync(app => app.PersonId == person.Id && app.ConfirmedAt != null, cancel))
        {
            return SecurityErrors.FactorDemanded();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Passkeys().Where(passkey => passkey.PersonId == person.Id && passkey.Id == passkeyId).ExecuteDeleteAsync(cancel);
        await changes.SettleAsync(person, "passkey removed", cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
