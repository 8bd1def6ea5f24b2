using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Accounts.Security.Texts;

namespace Talka.Accounts.Security;

internal static class SecurityErrors
{
    public static Error SessionUnknown() => Error.NotFound("session-unknown", T("SessionUnknown"));

    public static Error CodeWrong() => Error.Invalid("code-wrong", T("CodeWrong"), "Code");

    public static Error RecoveryCodeWrong() => Error.Invalid("recovery-code-wrong", T("RecoveryCodeWrong"), "RecoveryCode");

    /// <param name="until">UTC.</param>
    public static Error LockedOut(DateTime until, string field) =>
        Error.Invalid("locked-out", T("LockedOut", Riga.ToLocal(until.AddSeconds(59)).ToString("HH:mm", CultureInfo.InvariantCulture)), field);

    public static Error PasskeyAsked() => Error.Conflict("passkey-asked", T("PasskeyAsked"));

    public static Error PasswordWrong() => Error.Invalid("password-wrong", T("PasswordWrong"), "Password");

    public static Error AuthenticatorOn() => Error.Conflict("authenticator-on", T("AuthenticatorOn"));

    public static Error AuthenticatorNotBegun() => Error.Conflict("authenticator-not-begun", T("AuthenticatorNotBegun"));

    public static Error FactorDemanded() => Error.Conflict("factor-demanded", T("FactorDemanded"));

    public static Error OwnFactors() => Error.Conflict("own-factors", T("OwnFactors"));

    public static Error DemoAccount() => Error.Forbidden("demo-account", T("DemoAccount"));

    public static Error PasskeyNameWrong() => Error.Invalid("passkey-name-wrong", T("PasskeyNameWrong", Passkeys.Passkey.MaxNameLength), "PasskeyName");

    public static Error PasskeyNeedsScripts() => Error.Invalid("passkey-needs-scripts", T("PasskeyNeedsScripts"));

    public static Error PasskeyRefused() => Error.Invalid("passkey-refused", T("PasskeyRefused"));

    public static Error PasskeyUnknown() => Error.Invalid("passkey-unknown", T("PasskeyUnknown"));

    public static Error TooManyPasskeys(int most) => Error.Invalid("too-many-passkeys", T("TooManyPasskeys", most));

    public static Error LastWayIn() => Error.Conflict("last-way-in", T("LastWayIn"));

    public static Error LoginTaken() => Error.Conflict("login-taken", T("LoginTaken"));

    public static Error LoginUnknown() => Error.Invalid("login-unknown", T("LoginUnknown"));

    public static Error ProofNotFresh() => Error.Forbidden("proof-not-fresh", T("ProofNotFresh"));
}
