using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Passwords;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Accounts.Texts;

namespace Talka.Accounts;

internal static class AccountErrors
{
    public static Error SignInFailed() => Error.Invalid("sign-in-failed", T("SignInFailed"), "Email");

    /// <param name="until">UTC.</param>
    public static Error LockedOut(DateTime until, string field = "Email") =>
        Error.Invalid("locked-out", T("LockedOut", Riga.ToLocal(until.AddSeconds(59)).ToString("HH:mm", CultureInfo.InvariantCulture)), field);

    public static Error NameMissing() => Error.Invalid("name-missing", T("NameMissing"), "DisplayName");

    public static Error NameTooLong() => Error.Invalid("name-too-long", T("NameTooLong", Person.MaxNameLength), "DisplayName");

    public static Error NameNotText() => Error.Invalid("name-not-storable", T("NameNotText"), "DisplayName");

    public static Error EmailInvalid() => Error.Invalid("email-invalid", T("EmailInvalid"), "Email");

    public static Error EmailTaken() => Error.Conflict("email-taken", T("EmailTaken"), "Email");

    public static Error PasswordTooShort() => Error.Invalid("password-too-short", T("PasswordTooShort", AccountsFeature.PasswordLength), "Password");

    public static Error PasswordTooLong() => Error.Invalid("password-too-long", T("PasswordTooLong", AccountsFeature.MaxPasswordLength), "Password");

    public static Error PasswordGuessable() => Error.Invalid("password-guessable", T("PasswordGuessable"), "Password");

    public static Error PasswordsDiffer() => Error.Invalid("passwords-differ", T("PasswordsDiffer"), "Repeat");

    public static Error PasswordWrong() => Error.Invalid("password-wrong", T("PasswordWrong"), "Current");

    public static Error EmailSame() => Error.Invalid("email-same", T("EmailSame"), "Email");

    public static Error TooManyEmailChanges() => Error.Conflict("too-many-email-changes", T("TooManyEmailChanges"));

    public static Error EmailLinkClosed() => Error.Conflict("email-link-closed", T("EmailLinkClosed"));

    public static Error LinkClosed() => Error.Conflict("link-closed", T("LinkClosed"));

    public static Error PersonUnknown() => Error.NotFound("person-unknown", T("PersonUnknown"));

    public static Error NotAllowed() => Error.Forbidden("not-allowed", T("NotAllowed"));

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ReasonMissing"), "Reason");

    public static Error ReasonTooLong() => Error.Invalid("reason-too-long", T("ReasonTooLong", ChangeAdministration.ReasonLength), "Reason");

    public static Error ReasonNotText() => Error.Invalid("reason-not-storable", T("ReasonNotText"), "Reason");

    public static Error LanguageUnknown() => Error.Invalid("language-unknown", T("LanguageUnknown"), "Language");

    public static Error LastAdministrator() => Error.Conflict("last-administrator", T("LastAdministrator"));

    public static Error RightsAlready() => Error.Conflict("rights-already", T("RightsAlready"));

    public static Error DemoPerson() => Error.Conflict("person-of-demo", T("DemoPerson"));

    public static Error OwnAccount() => Error.Conflict("own-account", T("OwnAccount"));

    public static Error AccountClosed() => Error.Conflict("account-closed", T("AccountClosed"));

    public static Error NotSure() => Error.Invalid("not-sure", T("NotSure"), "Sure");

    public static Error PersonChanged() => Error.Conflict("person-changed", T("PersonChanged"));

    /// <summary>What Identity refused, in our own words.</summary>
    public static List<Error> From(IdentityResult result) => [.. result.Errors.Select(error => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => EmailTaken(),
        nameof(IdentityErrorDescriber.InvalidUserName) => EmailInvalid(),
        nameof(IdentityErrorDescriber.PasswordTooShort) => PasswordTooShort(),
        PasswordRules.Guessable => PasswordGuessable(),
        nameof(IdentityErrorDescriber.PasswordMismatch) => PasswordWrong(),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => PersonChanged(),
        _ => throw new InvalidOperationException($"Identity refused with {error.Code}: {error.Description}"),
    })];
}
