using Talka.Foundation.Results;
using static Talka.Foundation.Mail.Texts;

namespace Talka.Foundation.Mail;

internal static class MailErrors
{
    public static Error Unknown() => Error.NotFound("mail-unknown", T("MailUnknown"));

    public static Error NotWaiting() => Error.Conflict("mail-not-waiting", T("MailNotWaiting"));

    public static Error BeingSent() => Error.Conflict("mail-being-sent", T("MailBeingSent"));

    public static Error NothingToRetry() => Error.Conflict("mail-nothing-to-retry", T("MailNothingToRetry"));
}
