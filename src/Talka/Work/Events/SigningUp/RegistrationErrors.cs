using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

internal static class RegistrationErrors
{
    public static Error EventUnknown() => Error.NotFound("event-unknown", T("ErrorEventUnknown"));

    public static Error Unknown() => Error.NotFound("registration-unknown", T("ErrorUnknown"));

    public static Error NotOpenYet(string from) => Error.Conflict("registration-not-open", T("ErrorNotOpenYet", from));

    public static Error Closed() => Error.Conflict("registration-closed", T("ErrorClosed"));

    public static Error Cancelled() => Error.Conflict("event-cancelled", T("ErrorCancelled"));

    public static Error Postponed() => Error.Conflict("event-postponed", T("ErrorPostponed"));

    public static Error Counted() => Error.Conflict("event-past", T("ErrorCounted"));

    public static Error Past() => Error.Conflict("event-past", T("ErrorPast"));

    public static Error NameMissing(string field = "Name") => Error.Invalid("name-missing", T("ErrorNameMissing"), field);

    public static Error NameIsAddress(string field = "Name") => Error.Invalid("name-is-address", T("ErrorNameIsAddress"), field);

    public static Error EmailMissing() => Error.Invalid("email-missing", T("ErrorEmailMissing"), "Email");

    public static Error EmailInvalid() => Error.Invalid("email-invalid", T("ErrorEmailInvalid"), "Email");

    public static Error TooLong(string field, int limit) => Error.Invalid("text-too-long", Count("ErrorTooLong", limit), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error ModeMissing() => Error.Invalid("mode-missing", T("ErrorModeMissing"), "Mode");

    /// <param name="offered">How people may take part in the event.</param>
    public static Error ModeUnknown(EventMode offered)
    {
        EventMode[] ways = offered == EventMode.Hybrid ? [EventMode.OnSite, EventMode.Online] : [offered];
        return Error.Invalid("mode-unknown", T("ErrorModeUnknown", string.Join(", ", ways.Select(way => Format.Quoted(T("Mode" + way))))), "Mode");
    }

    public static Error GroupMissing() => Error.Invalid("group-missing", T("ErrorGroupMissing"), "TargetGroup");

    public static Error GroupUnknown() => Error.Invalid("group-unknown", T("ErrorGroupUnknown"), "TargetGroup");

    public static Error PartyTooLarge(int most) => Error.Invalid("party-too-large", Count("ErrorPartyTooLarge", most), "Others");

    public static Error NamedTwice() => Error.Invalid("named-twice", T("ErrorNamedTwice"), "Others");

    public static Error AlreadyRegistered() => Error.Conflict("already-registered", T("ErrorAlreadyRegistered"), "Email");

    public static Error Full() => Error.Conflict("event-full", T("ErrorFull"));

    public static Error ModeFull() => Error.Conflict("mode-full", T("ErrorModeFull"));

    public static Error Lapsed() => Error.Conflict("registration-lapsed", T("ErrorLapsed"));

    public static Error NoOffer() => Error.Conflict("offer-gone", T("ErrorNoOffer"));

    public static Error NotActive() => Error.Conflict("registration-not-active", T("ErrorNotActive"));

    public static Error NotWaiting() => Error.Conflict("registration-not-waiting", T("ErrorNotWaiting"));

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorReasonMissing"), "Reason");

    public static Error Erased() => Error.Conflict("registration-erased", T("ErrorErased"));

    public static Error Busy() => Error.Busy("registration-busy", T("ErrorBusy"));
}
