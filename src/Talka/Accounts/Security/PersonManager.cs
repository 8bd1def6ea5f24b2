using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Talka.Accounts.Security;

/// <summary>
/// Identity's manager of people without its lock: that counts a failure only after it has looked, so that many guesses at once get through, and once
/// closed it turns away a passkey, too. <see cref="SignInGuard"/> guards what can be guessed.
/// </summary>
public sealed class PersonManager(
    IUserStore<Person> store, IOptions<IdentityOptions> options, IPasswordHasher<Person> hasher, IEnumerable<IUserValidator<Person>> people,
    IEnumerable<IPasswordValidator<Person>> passwords, ILookupNormalizer names, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<UserManager<Person>> log)
    : UserManager<Person>(store, options, hasher, people, passwords, names, errors, services, log)
{
    public override bool SupportsUserLockout => false;
}
