using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Passkeys;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security;

/// <summary>By what a person can sign in: the last of these is not taken away.</summary>
public sealed class WaysIn(TalkaDb db)
{
    public async Task<bool> HasPasswordOrLoginAsync(Person person, CancellationToken cancel) =>
        person.PasswordHash is not null || await db.ExternalLogins().AnyAsync(login => login.UserId == person.Id, cancel);

    public async Task<bool> HasAnyAsync(Person person, CancellationToken cancel) =>
        await HasPasswordOrLoginAsync(person, cancel) || await db.Passkeys().AnyAsync(passkey => passkey.PersonId == person.Id, cancel);

    /// <summary>Whether there is another way in than one login at an outside provider.</summary>
    public async Task<bool> HasOtherThanAsync(Person person, string provider, string key, CancellationToken cancel) =>
        person.PasswordHash is not null
        || await db.Passkeys().AnyAsync(passkey => passkey.PersonId == person.Id, cancel)
        || await db.ExternalLogins().AnyAsync(login => login.UserId == person.Id && (login.LoginProvider != provider || login.ProviderKey != key), cancel);
}
