using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Administration.Settings.Texts;

namespace Talka.Administration.Settings;

internal static class SettingsErrors
{
    public static Error NameMissing() => Error.Invalid("name-missing", T("ErrorNameMissing"), nameof(SettingsForm.Name));

    public static Error TooLong(string field, int limit) => Error.Invalid("text-too-long", T("ErrorTooLong", Format.Number(limit)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error EmailInvalid(string field) => Error.Invalid("email-invalid", T("ErrorEmail"), field);

    public static Error NoLanguage() => Error.Invalid("language-missing", T("ErrorNoLanguage"), nameof(SettingsForm.Latvian));

    public static Error LogoInvalid() => Error.Invalid("logo-invalid", T("ErrorLogo", Format.Number(PngImage.MaxSide)), nameof(SettingsForm.Logo));

    public static Error LogoTooLarge() => Error.Invalid("logo-too-large", T("ErrorLogoTooLarge", Format.Number(PngImage.MaxBytes / 1024)), nameof(SettingsForm.Logo));

    public static Error ChangedMeanwhile() => Error.Conflict("settings-changed", T("ErrorChanged"));
}
