using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Passkeys;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Factors;

/// <summary>Takes all second factors of somebody away who has lost them, recovery codes included. Their sessions end; the password stays.</summary>
internal sealed class RemoveFactors(TalkaDb db, UserManager<Person> people, FactorChanges changes)
{
    public async Task<Result> RunAsync(string email, CancellationToken cancel)
    {
        if (await people.FindByNameAsync(email) is not { } person)
        {
            return AccountErrors.PersonUnknown();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Authenticators().Where(app => app.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Passkeys().Where(passkey => passkey.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await changes.SettleAsync(person, "all removed", cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
