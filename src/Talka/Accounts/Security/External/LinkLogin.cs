using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.External;

/// <summary>Lets a login at an outside provider sign a person in from now on.</summary>
public sealed class LinkLogin(TalkaDb db, UserManager<Person> people, OpenedSessions opened, AccountLetters letters, AuditTrail trail)
{
    public async Task<Result> RunAsync(Person person, UserLoginInfo login, CancellationToken cancel)
    {
        if (person.IsDemo)
        {
            return SecurityErrors.DemoAccount();
        }

        if (login.ProviderKey.Length > ExternalLogin.MaxKeyLength
            || await db.ExternalLogins().AnyAsync(known => known.LoginProvider == login.LoginProvider && known.ProviderKey == login.ProviderKey, cancel))
        {
            return SecurityErrors.LoginTaken();
        }

        trail.Add(TrailAct.FactorChanged, "login linked", detail: login.LoginProvider, personId: person.Id);
        await letters.FactorsChangedAsync(person, cancel);
        try
        {
            await people.AddLoginAsync(person, login);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return SecurityErrors.LoginTaken();
        }

        opened.ForgetPerson(person.Id);
        return Result.Ok;
    }
}

/// <summary>Takes a login at an outside provider away, unless it is the last way in.</summary>
internal sealed class UnlinkLogin(UserManager<Person> people, WaysIn ways, OpenedSessions opened, AccountLetters letters, AuditTrail trail)
{
    public async Task<Result> RunAsync(Person person, string provider, string key, CancellationToken cancel)
    {
        if (!await ways.HasOtherThanAsync(person, provider, key, cancel))
        {
            return SecurityErrors.LastWayIn();
        }

        trail.Add(TrailAct.FactorChanged, "login unlinked", detail: provider, personId: person.Id);
        await letters.FactorsChangedAsync(person, cancel);
        await people.RemoveLoginAsync(person, provider, key); // renews the security stamp
        opened.ForgetPerson(person.Id);
        return Result.Ok;
    }
}
