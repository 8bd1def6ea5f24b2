using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security.Passkeys;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Factors;

/// <summary>What follows from every change of a person's second factors; the use cases that make one end here, in their own transaction.</summary>
internal sealed class FactorChanges(TalkaDb db, UserManager<Person> people, OpenedSessions opened, AuditTrail trail, AccountLetters letters, TimeProvider clock)
{
    /// <summary>
    /// The second step is asked for while there is an authenticator app or a passkey; recovery codes exist only meanwhile.
    /// All sessions end, since the security stamp changes; the caller renews its own.
    /// </summary>
    /// <param name="what">What was changed, for the trail.</param>
    /// <param name="byAnother">Whether an administrator did it, and not the person.</param>
    /// <returns>Recovery codes to show, when this is the first factor.</returns>
    public async Task<string[]> SettleAsync(Person person, string what, CancellationToken cancel, bool byAnother = false)
    {
        var any = await db.Authenticators().AnyAsync(app => app.PersonId == person.Id && app.ConfirmedAt != null, cancel)
            || await db.Passkeys().AnyAsync(passkey => passkey.PersonId == person.Id, cancel);
        string[] codes = [];
        if (!any)
        {
            await db.RecoveryCodes().Where(code => code.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        }
        else if (!await db.RecoveryCodes().AnyAsync(code => code.PersonId == person.Id, cancel))
        {
            codes = await NewCodesAsync(person, tell: false, cancel);
        }

        if (byAnother)
        {
            trail.Add(TrailAct.FactorChanged, $"person:{person.Id}", detail: what);
            await letters.FactorsRemovedAsync(person, cancel);
        }
        else
        {
            trail.Add(TrailAct.FactorChanged, what, personId: person.Id);
            await letters.FactorsChangedAsync(person, cancel);
        }

        person.TwoFactorEnabled = any;
        await RenewStampAsync(person);
        opened.ForgetPerson(person.Id);
        return codes;
    }

    /// <summary>Replaces the recovery codes; only their hashes are kept.</summary>
    /// <param name="tell">Whether the person gets a mail about it; not where another change tells already.</param>
    public async Task<string[]> NewCodesAsync(Person person, bool tell, CancellationToken cancel)
    {
        if (tell)
        {
            await letters.FactorsChangedAsync(person, cancel);
        }

        await db.RecoveryCodes().Where(code => code.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Make()).ToArray();
        var now = clock.GetUtcNow();
        trail.Add(TrailAct.FactorChanged, "recovery codes made", personId: person.Id);
        db.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.CreateVersion7(now), PersonId = person.Id, Hash = RecoveryCode.HashOf(code) }));
        await db.SaveChangesAsync(cancel);
        return codes;
    }

    private async Task RenewStampAsync(Person person)
    {
        if (await people.UpdateSecurityStampAsync(person) is { Succeeded: false } refused)
        {
            throw new DBConcurrencyException(string.Join("; ", refused.Errors.Select(error => error.Description)));
        }
    }
}
