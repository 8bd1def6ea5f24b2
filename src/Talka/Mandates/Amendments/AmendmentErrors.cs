using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Amendments;

public static class AmendmentErrors
{
    public static Error NotFound() => Error.NotFound("amendment-not-found", T("ErrorAmendmentNotFound"));

    /// <summary>It was answered, withdrawn or changed since it was read.</summary>
    public static Error Moved() => Error.Conflict("amendment-changed-meanwhile", T("ErrorAmendmentMoved"));

    /// <summary>The contract is no longer what it was when this was proposed.</summary>
    public static Error Stale() => Error.Conflict("amendment-stale", T("ErrorAmendmentStale"));

    public static Error NotStale() => Error.Conflict("amendment-not-stale", T("ErrorAmendmentNotStale"));

    /// <summary>The proposal of the other side.</summary>
    public static Error NotYours() => Error.Forbidden("amendment-not-yours", T("ErrorAmendmentNotYours"));

    /// <summary>The proposal of one's own side.</summary>
    public static Error OwnSide() => Error.Forbidden("amendment-own-side", T("ErrorAmendmentOwnSide"));

    public static Error NoOtherSide() => Error.Conflict("amendment-no-authority", T("ErrorAmendmentNoAuthority"));

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorReasonMissing"), "Reason");

    public static Error ReasonTooLong() => Error.Invalid("reason-too-long", T("ErrorTooLong", Format.Number(Amendment.ReasonLength)), "Reason");

    public static Error NotText() => Error.Invalid("text-not-storable", T("ErrorNotText"), "Reason");

    public static Error DayOutOfRange(DateOnly first, DateOnly last) =>
        Error.Invalid("in-force-out-of-range", T("ErrorInForceRange", Format.Date(first), Format.Date(last)), "InForce");

    public static Error CarryOverWrong() => Error.Invalid("carry-over-years", T("ErrorCarryOverYears"), "ToYear");

    public static Error CarryOverNeedsAgreement() => Error.Conflict("carry-over-needs-agreement", T("ErrorCarryOverAgreement"));

    internal static List<Error> CheckReason(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [ReasonMissing()]
        : text.Length > Amendment.ReasonLength ? [ReasonTooLong()]
        : PlainText.IsStorable(text, lines: true) ? []
        : [NotText()];
}
