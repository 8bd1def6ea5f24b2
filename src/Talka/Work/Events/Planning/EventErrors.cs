using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using static Talka.Work.Events.Planning.Texts;

namespace Talka.Work.Events.Planning;

public static class EventErrors
{
    public static Error NotFound() => Error.NotFound("event-not-found", T("ErrorNotFound"));

    public static Error SeriesNotFound() => Error.NotFound("series-not-found", T("ErrorSeriesNotFound"));

    public static Error SeriesNotEmpty() => Error.Conflict("series-not-empty", T("ErrorSeriesNotEmpty"));

    /// <summary>Somebody else has saved in the meantime.</summary>
    public static Error Changed() => Error.Conflict("event-changed", T("ErrorChanged"));

    /// <summary>Another of the same name took its address in the same moment.</summary>
    public static Error SameMoment() => Error.Conflict("event-same-moment", T("ErrorSameMoment"));

    public static Error Missing(string field) => Error.Invalid("event-field-missing", T("ErrorMissing"), field);

    public static Error TooLong(string field, int most) => Error.Invalid("event-field-too-long", T("ErrorTooLong", Format.Number(most)), field);

    public static Error NotStorable(string field) => Error.Invalid("event-text-wrong", T("ErrorNotStorable"), field);

    public static Error ChoiceWrong(string field) => Error.Invalid("event-choice-wrong", T("ErrorChoice"), field);

    public static Error NumberWrong(string field, int least, int most) =>
        Error.Invalid("event-number-wrong", T("ErrorNumber", Format.Number(least), Format.Number(most)), field);

    public static Error DateWrong(string field) => Error.Invalid("event-date-wrong", T("ErrorDate"), field);

    public static Error TimeWrong(string field) => Error.Invalid("event-time-wrong", T("ErrorTime"), field);

    public static Error TimeSkipped(DateOnly day, TimeOnly time, string field) =>
        Error.Invalid("event-time-skipped", T("ErrorTimeSkipped", Format.Date(day), time.ToString("HH:mm", CultureInfo.InvariantCulture)), field);

    public static Error LinkWrong(string field) => Error.Invalid("event-link-wrong", T("ErrorLink"), field);

    public static Error EmailWrong(string field) => Error.Invalid("event-email-wrong", T("ErrorEmail"), field);

    public static Error AltMissing() => Error.Invalid("event-alt-missing", T("ErrorAlt"), "ImageAlt");

    public static Error NoPicture(string field) => Error.Invalid("event-no-picture", T("ErrorNoPicture"), field);

    /// <summary>It cannot be told what cameras wrote into it.</summary>
    public static Error PictureBroken(string field) => Error.Invalid("event-picture-broken", T("ErrorPictureBroken"), field);

    public static Error OutsideMandate(DateOnly day, MandateTerms terms, string field) =>
        Error.Invalid("event-outside-mandate", T("ErrorOutsideMandate", Format.Date(day), Format.Date(terms.From), Format.Date(terms.To)), field);

    public static Error SpansYears(string field) => Error.Invalid("event-spans-years", T("ErrorSpansYears"), field);

    /// <summary>The people who read reports would find it in another year: whoever moves it says that it is meant.</summary>
    public static Error YearChanges(int from, int to) =>
        Error.Conflict("event-year-changes", T("ErrorYearChanges", Ordinals.Roman(from), Ordinals.Roman(to)), "AcceptYear");

    public static Error SessionsOverlap(string field) => Error.Invalid("event-sessions-overlap", T("ErrorSessionsOverlap"), field);

    public static Error SessionTooLong(int hours, int most, string field) => Error.Invalid("event-session-too-long", T("ErrorSessionTooLong", hours, most), field);

    public static Error TooManyRows(string field) => Error.Invalid("event-too-many-rows", T("ErrorTooManyRows", WholeEvent.MostParts), field);

    public static Error MaterialEmpty(string field) => Error.Invalid("event-material-empty", T("ErrorMaterialEmpty"), field);

    public static Error OrganisationUnknown(string name, string field) => Error.Invalid("event-organisation-unknown", T("ErrorOrganisation", name), field);

    public static Error Twice(string field) => Error.Invalid("event-row-twice", T("ErrorTwice"), field);

    public static Error SeatsBelowTaken(int taken, string field) => Error.Conflict("event-seats-taken", T("ErrorSeatsTaken", Format.Number(taken)), field);

    public static Error ModeTaken(EventMode mode, int people) => Error.Conflict("event-mode-taken", T("ErrorModeTaken" + mode, Format.Number(people)), "Mode");

    public static Error QuotasAboveSeats(int quotas, int seats, string field) =>
        Error.Invalid("event-quotas-above-seats", T("ErrorQuotas", Format.Number(quotas), Format.Number(seats)), field);

    public static Error ClosesBeforeOpening() => Error.Invalid("event-closes-before-opening", T("ErrorCloses"), "ClosesDate");

    public static Error ClosesAfterEnd() => Error.Invalid("event-closes-after-end", T("ErrorClosesAfterEnd"), "ClosesDate");

    /// <summary>What the journal holds of a closed event stays as it was counted.</summary>
    public static Error ClosedStays() => Error.Conflict("event-closed", T("ErrorClosed"));

    public static Error StateWrong() => Error.Conflict("event-state", T("ErrorState"));

    public static Error NotReady(string what, string field) => Error.Invalid("event-not-ready", what, field);

    public static Error ReasonMissing() => Error.Invalid("event-reason-missing", T("ErrorReason"), "Reason");

    public static Error NoDates() => Error.Invalid("event-no-dates", T("ErrorNoDates"), "Days");

    public static Error EndMissing() => Error.Invalid("event-repeat-end", T("ErrorRepeatEnd"), "Count");

    public static Error NoSessions() => Error.Invalid("event-no-sessions", T("ErrorNoSessions"));
}
