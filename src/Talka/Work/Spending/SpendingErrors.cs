using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending;

public static class SpendingErrors
{
    public static Error Missing(string field) => Error.Invalid("spending-field-missing", T("ErrorMissing"), field);

    public static Error TooLong(string field, int most) => Error.Invalid("spending-field-too-long", T("ErrorTooLong", Format.Number(most)), field);

    public static Error AmountOutOfRange(Money amount) =>
        Error.Invalid("amount-out-of-range", T("ErrorAmount", Format.Euro(amount), Format.Euro(TermsRules.MostMoney)), "Amount");

    public static Error AmountWrong(string typed) => Error.Invalid("amount-wrong", T("ErrorAmountWrong", typed), "Amount");

    public static Error DateWrong(string typed) => Error.Invalid("date-wrong", T("ErrorDateWrong", typed), "Date");

    public static Error OutsideMandate(DateOnly date, MandateTerms terms) => Error.Invalid("date-outside-mandate",
        T("ErrorOutsideMandate", Format.Date(date), Format.Date(terms.From), Format.Date(terms.To)), "Date");

    public static Error DecisionDate(DateOnly date, DateOnly from, DateOnly to) => Error.Invalid("date-impossible",
        T("ErrorDecisionDate", Format.Date(date), Format.Date(from), Format.Date(to)), "Date");

    public static Error YearUnknown(int year, string field) => Error.Invalid("year-unknown", T("ErrorYear", Ordinals.Roman(year)), field);

    public static Error StreamUnknown(string stream) => Error.Invalid("stream-unknown", T("ErrorStream", stream), "Stream");

    public static Error NotAnExpense(long sequence) => Error.Invalid("expense-not-found", T("ErrorNotAnExpense", Text(sequence)), "Concerns");

    public static Error NotIneligible(long sequence) => Error.Invalid("ineligible-not-found", T("ErrorNotIneligible", Text(sequence)), "Concerns");

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
