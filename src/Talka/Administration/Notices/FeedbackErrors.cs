using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Administration.Notices.Texts;

namespace Talka.Administration.Notices;

internal static class FeedbackErrors
{
    public static Error TextMissing() => Error.Invalid("message-missing", T("ErrorTextMissing"), "Text");

    public static Error TooLong(string field, int limit) => Error.Invalid("text-too-long", T("ErrorTooLong", Format.Number(limit)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error EmailInvalid() => Error.Invalid("email-invalid", T("ErrorEmail"), "Email");

    public static Error Unknown() => Error.NotFound("message-unknown", T("ErrorUnknown"));
}
