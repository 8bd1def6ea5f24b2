using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Passkeys;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Secrets;

namespace Talka.Accounts.Security.Factors;

/// <summary>Begins with an authenticator app: makes its secret. Nothing is asked for until <see cref="ConfirmAuthenticator"/> has seen a code of it.</summary>
public sealed class SetUpAuthenticator(TalkaDb db, MasterKey master, TimeProvider clock)
{
    public async Task<Result> RunAsync(Person person, CancellationToken cancel)
    {
        if (person.IsDemo)
        {
            return SecurityErrors.DemoAccount();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Authenticators().Where(app => app.PersonId == person.Id && app.ConfirmedAt == null).ExecuteDeleteAsync(cancel);
        db.Add(new Authenticator
        {
            PersonId = person.Id,
            Secret = master.Seal(TotpProvider.Purpose(person.Id), RandomNumberGenerator.GetBytes(Totp.SecretBytes)),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return SecurityErrors.AuthenticatorOn();
        }

        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}

/// <summary>Turns an authenticator app on with the first code that it shows.</summary>
internal sealed class ConfirmAuthenticator(TalkaDb db, TotpProvider codes, FactorChanges changes, TimeProvider clock)
{
    /// <returns>Recovery codes to show once; none when the person has some already.</returns>
    public async Task<Result<string[]>> RunAsync(Person person, string? code, CancellationToken cancel)
    {
        var app = await db.Authenticators().AsNoTracking().SingleOrDefaultAsync(app => app.PersonId == person.Id && app.ConfirmedAt == null, cancel);
        if (app is null)
        {
            return SecurityErrors.AuthenticatorNotBegun();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await codes.UseAsync(app, code ?? ""))
        {
            return SecurityErrors.CodeWrong();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await db.Authenticators().Where(known => known.PersonId == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.ConfirmedAt, now), cancel);
        var recovery = await changes.SettleAsync(person, "authenticator on", cancel);
        await transaction.CommitAsync(cancel);
        return recovery;
    }
}

/// <summary>Turns the authenticator app off.</summary>
internal sealed class TurnOffAuthenticator(TalkaDb db, FactorChanges changes, FactorRules rules)
{
    public async Task<Result> RunAsync(Person person, CancellationToken cancel)
    {
        if (await rules.DemandAsync(person, cancel) && !await db.Passkeys().AnyAsync(passkey => passkey.PersonId == person.Id, cancel))
        {
            return SecurityErrors.FactorDemanded();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Authenticators().Where(app => app.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await changes.SettleAsync(person, "authenticator off", cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}

/// <summary>New recovery codes in place of those that there were.</summary>
internal sealed class RenewRecoveryCodes(TalkaDb db, FactorChanges changes)
{
    public async Task<Result<string[]>> RunAsync(Person person, CancellationToken cancel)
    {
        if (!person.TwoFactorEnabled)
        {
            return SecurityErrors.AuthenticatorNotBegun();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var codes = await changes.NewCodesAsync(person, tell: true, cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }
}
