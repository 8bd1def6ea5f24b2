using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Administration.Privacy.Texts;

namespace Talka.Administration.Privacy;

internal static class ErasureErrors
{
    public static Error PersonUnknown() => Error.NotFound("person-unknown", T("ErrorPersonUnknown"));

    public static Error EmailUnknown() => Error.Invalid("person-unknown", T("ErrorEmailUnknown"), "Email");

    public static Error DemoPerson() => Error.Invalid("person-of-demo", T("ErrorDemo"));

    public static Error AlreadyAsked() => Error.Conflict("erasure-asked-already", T("ErrorAlreadyAsked"));

    public static Error TooLong(string field) => Error.Invalid("text-too-long", T("ErrorTooLong", Format.Number(ErasureRequest.TextLength)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error RequestUnknown() => Error.NotFound("erasure-unknown", T("ErrorRequestUnknown"));

    public static Error AlreadyDecided() => Error.Conflict("erasure-decided", T("ErrorAlreadyDecided"));

    public static Error LastAdministrator() => Error.Conflict("last-administrator", T("ErrorLastAdministrator"));

    /// <param name="what">What to do first.</param>
    public static Error TooEarly(string what) => Error.Conflict("erasure-too-early", what);

    public static Error TooEarlyForOneself() => Error.Conflict("erasure-too-early", T("ErrorTooEarly"));

    public static Error ByAccount() => Error.Conflict("erasure-by-account", T("ErrorByAccount"));

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorReasonMissing"), "Reason");

    public static Error NotSure() => Error.Invalid("not-sure", T("ErrorNotSure"), "Sure");
}
