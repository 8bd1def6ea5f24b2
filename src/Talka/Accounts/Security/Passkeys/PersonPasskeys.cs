using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Passkeys;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security;

// Identity's store of passkeys on our table; attestations are not asked for, so none are kept.
public sealed partial class PersonStore
{
    public override async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await Context.Passkeys().AsTracking()
            .SingleOrDefaultAsync(known => known.PersonId == user.Id && known.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            Context.Add(new Passkey
            {
                Id = Guid.CreateVersion7(now),
                PersonId = user.Id,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                Name = passkey.Name ?? "",
                CreatedAt = now.UtcDateTime,
                SignCount = passkey.SignCount,
                Transports = string.Join(' ', passkey.Transports ?? []),
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
            });
            return;
        }

        known.SignCount = passkey.SignCount;
        known.IsUserVerified = passkey.IsUserVerified;
        known.IsBackedUp = passkey.IsBackedUp;
        known.LastUsedAt = now.UtcDateTime;
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys().AsNoTracking().Where(passkey => passkey.PersonId == user.Id).ToListAsync(cancellationToken)).Select(InfoOf)];

    public override Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Users.SingleOrDefaultAsync(person => Context.Passkeys().Any(passkey => passkey.PersonId == person.Id && passkey.CredentialId == credentialId), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys().AsNoTracking().SingleOrDefaultAsync(passkey => passkey.PersonId == user.Id && passkey.CredentialId == credentialId, cancellationToken)
            is { } found ? InfoOf(found) : null;

    public override Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Passkeys().Where(passkey => passkey.PersonId == user.Id && passkey.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    private static UserPasskeyInfo InfoOf(Passkey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, new DateTimeOffset(passkey.CreatedAt, TimeSpan.Zero), (uint)passkey.SignCount,
        passkey.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
