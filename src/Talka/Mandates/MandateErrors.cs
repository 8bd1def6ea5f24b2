using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

public static class MandateErrors
{
    public static Error NotFound(string slug) => Error.NotFound("mandate-not-found", T("ErrorNotFound", slug));

    public static Error SlugTaken(string slug) => Error.Conflict("mandate-slug-taken", T("ErrorSlugTaken", slug), "Slug");

    public static Error SlugWrong() => Error.Invalid("mandate-slug-wrong", T("ErrorSlugWrong"), "Slug");

    /// <summary>Somebody else changed the terms since they were read.</summary>
    public static Error Stale() => Error.Conflict("mandate-changed-meanwhile", T("ErrorStale"));

    public static Error Missing(string field) => Error.Invalid("mandate-field-missing", T("ErrorMissing"), field);

    public static Error TooLong(string field, int most) => Error.Invalid("mandate-field-too-long", T("ErrorTooLong", Format.Number(most)), field);

    public static Error RegistrationNumberWrong(string number, string field) =>
        Error.Invalid("registration-number-wrong", T("ErrorRegistrationNumber", number), field);

    public static Error DateWrong(string typed, string field) => Error.Invalid("date-wrong", T("ErrorDate", typed), field);

    public static Error AmountWrong(string typed, string field) => Error.Invalid("amount-wrong", T("ErrorAmount", typed), field);

    public static Error PeriodWrong() => Error.Invalid("mandate-period-wrong", T("ErrorPeriod"), "To");

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error PeriodOutOfRange(DateOnly first, DateOnly last) =>
        Error.Invalid("mandate-period-out-of-range", T("ErrorPeriodRange", Format.Date(first), Format.Date(last)), "To");

    public static Error PeriodTooLong(int years) => Error.Invalid("mandate-period-too-long", T("ErrorPeriodTooLong", years), "To");

    public static Error LinkWrong(string field) => Error.Invalid("link-wrong", T("ErrorLink"), field);

    public static Error YearsWrong(string message) => Error.Invalid("mandate-years-wrong", message, "Years");

    public static Error YearsRecorded(long entries) => Error.Conflict("mandate-years-recorded", T("ErrorYearsRecorded", Format.Number(entries)));

    public static Error YearLosesEntries(int year, DateOnly first, DateOnly last) => Error.Conflict("mandate-year-loses-entries",
        T("ErrorYearLosesEntries", Ordinals.Roman(year), Format.Date(first), Format.Date(last)));

    public static Error StreamTwice(string code) => Error.Invalid("mandate-stream-twice", T("ErrorStreamTwice", code), "Streams");

    public static Error StreamInUse(string name) => Error.Conflict("mandate-stream-in-use", T("ErrorStreamInUse", name), "Streams");

    public static Error PlanUnknown(int year, string stream) =>
        Error.Invalid("plan-place-unknown", T("ErrorPlanUnknown", Ordinals.Roman(year), stream), "Plan");

    public static Error PlanTwice(int year, string stream) => Error.Invalid("plan-place-twice", T("ErrorPlanTwice", Ordinals.Roman(year), stream), "Plan");

    public static Error ReportDaysOutOfRange(int most) =>
        Error.Invalid("report-days-out-of-range", T("ErrorReportDays", Format.Number(most)), "ReportDays");

    public static Error AmountOutOfRange(Money amount, string field) =>
        Error.Invalid("amount-out-of-range", T("ErrorAmountRange", Format.Euro(amount), Format.Euro(TermsRules.MostMoney)), field);

    public static Error NothingChanged() => Error.Invalid("mandate-nothing-changed", T("ErrorNothingChanged"));

    public static Error IndicatorTwice(string code) => Error.Invalid("indicator-twice", T("ErrorIndicatorTwice", code), "Name");

    public static Error IndicatorUnknown(string code) => Error.NotFound("indicator-not-found", T("ErrorIndicatorUnknown", code));

    public static Error TargetYearUnknown(int year) => Error.Invalid("indicator-year-unknown", T("ErrorTargetYear", Ordinals.Roman(year)), "Targets");

    public static Error TargetOutOfRange(string field) => Error.Invalid("indicator-target-out-of-range", T("ErrorTargetRange"), field);
}
