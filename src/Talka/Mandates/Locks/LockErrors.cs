using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Locks;

public static class LockErrors
{
    /// <summary>The code by which a form knows that it can offer to ask for consent.</summary>
    public const string LockedCode = "year-locked";

    public static Error Locked(int year) => Error.Invalid(LockedCode, T("ErrorYearLocked", Ordinals.Roman(year)));

    public static Error YearUnknown(int year) => Error.NotFound("year-unknown", T("ErrorTargetYear", Ordinals.Roman(year)));

    public static Error ReasonMissing(string field) => Error.Invalid("reason-missing", T("ErrorReasonMissing"), field);

    public static Error ReasonTooLong(string field, int most) => Error.Invalid("reason-too-long", T("ErrorTooLong", Format.Number(most)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error ConsentUnknown() => Error.NotFound("consent-unknown", T("ErrorConsentUnknown"));

    /// <summary>Somebody else was first.</summary>
    public static Error Decided() => Error.Conflict("consent-decided", T("ErrorConsentDecided"));

    public static Error OwnRequest() => Error.Forbidden("consent-own", T("ErrorConsentOwn"));

    public static Error NotGiven() => Error.Conflict("consent-not-given", T("ErrorConsentNotGiven"));

    public static Error YearMoved() => Error.Conflict("consent-year-moved", T("ErrorConsentYearMoved"));

    public static Error FileGone(string name) => Error.Conflict("consent-file-gone", T("ErrorConsentFileGone", name));

    /// <summary>The implementer would change what the supervisor decided.</summary>
    public static Error SupervisorsDecision() => Error.Forbidden("decision-of-supervisor", T("ErrorSupervisorsDecision"));

    /// <summary>One side alone would change what both agreed to.</summary>
    public static Error AgreedByBoth(int amendment) => Error.Conflict("carry-over-agreed", T("ErrorCarryOverAgreed", amendment));

    internal static List<Error> CheckReason(string? text, string field, int most) =>
        string.IsNullOrWhiteSpace(text) ? [ReasonMissing(field)]
        : text.Length > most ? [ReasonTooLong(field, most)]
        : PlainText.IsStorable(text, lines: true) ? []
        : [NotText(field)];
}
