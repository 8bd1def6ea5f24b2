using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security;

/// <summary>Identity's store of people on our own tables for what signs them in.</summary>
public sealed partial class PersonStore(TalkaDb db, TimeProvider clock, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Person, TalkaDb, Guid, IdentityUserClaim<Guid>, ExternalLogin, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(db, describer)
{
    /// <summary>Uses a recovery code up; of two requests that try the same one, one succeeds.</summary>
    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (RecoveryCode.HashOf(code), clock.GetUtcNow().UtcDateTime);
        return await Context.RecoveryCodes().Where(known => known.PersonId == user.Id && known.Hash == hash && known.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.UsedAt, now), cancellationToken) == 1;
    }

    public override Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) =>
        Context.RecoveryCodes().CountAsync(code => code.PersonId == user.Id && code.UsedAt == null, cancellationToken);

    protected override ExternalLogin CreateUserLogin(Person user, UserLoginInfo login)
    {
        var made = base.CreateUserLogin(user, login);
        made.CreatedAt = clock.GetUtcNow().UtcDateTime;
        return made;
    }
}
