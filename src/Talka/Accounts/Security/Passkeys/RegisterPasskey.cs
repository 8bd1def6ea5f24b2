using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.Factors;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Passkeys;

/// <summary>Keeps the public half of a key that the person's device has just made for this site.</summary>
internal sealed partial class RegisterPasskey(TalkaDb db, PersonSignIn signIn, FactorChanges changes, ILogger<RegisterPasskey> log)
{
    private const int Most = 20;

    /// <param name="credential">What the browser made, as JSON (WebAuthn's <c>RegistrationResponseJSON</c>).</param>
    /// <returns>Recovery codes to show once; none when the person has some already.</returns>
    public async Task<Result<string[]>> RunAsync(Person person, string? name, string? credential, CancellationToken cancel)
    {
        if (person.IsDemo)
        {
            return SecurityErrors.DemoAccount();
        }

        name = name?.Trim() ?? "";
        if (name.Length is 0 or > Passkey.MaxNameLength || !PlainText.IsStorable(name))
        {
            return SecurityErrors.PasskeyNameWrong();
        }

        if (string.IsNullOrEmpty(credential))
        {
            return SecurityErrors.PasskeyNeedsScripts();
        }

        if (await db.Passkeys().CountAsync(passkey => passkey.PersonId == person.Id, cancel) >= Most)
        {
            return SecurityErrors.TooManyPasskeys(Most);
        }

        var made = await signIn.AttestAsync(credential);
        if (made is not { Succeeded: true } || made.UserEntity.Id != person.Id.ToString() || made.Passkey.CredentialId.Length > Passkey.MaxCredentialIdLength)
        {
            LogRefused(log, made?.Failure?.Message);
            return SecurityErrors.PasskeyRefused();
        }

        made.Passkey.Name = name;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await signIn.UserManager.AddOrUpdatePasskeyAsync(person, made.Passkey);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return SecurityErrors.PasskeyRefused(); // of somebody else
        }

        var codes = await changes.SettleAsync(person, "passkey added", cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A new passkey was refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string? reason);
}
