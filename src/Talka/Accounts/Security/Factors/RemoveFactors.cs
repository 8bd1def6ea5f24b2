using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Passkeys;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Factors;

/// <summary>
/// Takes all second factors of somebody away who has lost them, recovery codes included. Their sessions end, the password stays, and a mail tells them.
/// It is done for somebody else: one's own are turned off on the page that asks for them first.
/// </summary>
internal sealed class RemoveFactors(TalkaDb db, InstallationAccess access, CurrentActor actor, UserManager<Person> people, FactorChanges changes)
{
    public async Task<Result> RunAsync(string email, CancellationToken cancel) =>
        await people.FindByNameAsync(email) is { } person ? await RunAsync(person.Id, cancel) : AccountErrors.PersonUnknown();

    /// <returns>Fails with <c>not-allowed</c>, <c>person-unknown</c>, <c>own-factors</c>.</returns>
    public async Task<Result> RunAsync(Guid personId, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        if (actor.Value.PersonId == personId)
        {
            return SecurityErrors.OwnFactors();
        }

        if (await people.FindByIdAsync(personId.ToString()) is not { } person)
        {
            return AccountErrors.PersonUnknown();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Authenticators().Where(app => app.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Passkeys().Where(passkey => passkey.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await changes.SettleAsync(person, "all removed", cancel, byAnother: true);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
