using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Forms.Texts;

namespace Talka.Forms;

/// <summary>What can be wrong with an answer. Each names its question, because a summary of failures stands apart from the questions.</summary>
internal static class FormErrors
{
    public static Error Missing(Question question, string field) => Error.Invalid(
        "answer-missing", T(question.Type == QuestionType.Consent ? "ErrorConsent" : "ErrorMissing", question.LabelText()), field);

    public static Error NotText(Question question, string field) => Error.Invalid("text-not-storable", T("ErrorNotText", question.LabelText()), field);

    public static Error TooLong(Question question, long limit, string field) =>
        Error.Invalid("text-too-long", (limit == question.Most ? OwnWords(question) : null) ?? Count("ErrorTooLong", limit, question.LabelText(), Format.Number(limit)), field);

    public static Error TooShort(Question question, long least, string field) =>
        Error.Invalid("text-too-short", OwnWords(question) ?? Count("ErrorTooShort", least, question.LabelText(), Format.Number(least)), field);

    public static Error NoSuchChoice(Question question, string field) => Error.Invalid("choice-unknown", T("ErrorChoice", question.LabelText()), field);

    public static Error TooFew(Question question, long least, string field) =>
        Error.Invalid("choices-too-few", OwnWords(question) ?? T("ErrorTooFew", question.LabelText(), Format.Number(least)), field);

    public static Error TooMany(Question question, long most, string field) =>
        Error.Invalid("choices-too-many", OwnWords(question) ?? T("ErrorTooMany", question.LabelText(), Format.Number(most)), field);

    public static Error NotNumber(Question question, string field) => Error.Invalid("not-a-number", T("ErrorNumber", question.LabelText()), field);

    public static Error TooSmall(Question question, string field) =>
        Error.Invalid("number-too-small", OwnWords(question) ?? T("ErrorTooSmall", question.LabelText(), Number(question.Least)), field);

    public static Error TooLarge(Question question, string field) =>
        Error.Invalid("number-too-large", OwnWords(question) ?? T("ErrorTooLarge", question.LabelText(), Number(question.Most)), field);

    public static Error File(Question question, Error error, string field) => error with { Message = T("ErrorFile", question.LabelText(), error.Message), Field = field };

    // What whoever made the form has to say of answers that are out of bounds.
    private static string? OwnWords(Question question) => question.OutOfBoundsText() is { } words ? T("ErrorOwnWords", question.LabelText(), words) : null;

    private static string Number(decimal? number)
    {
        var text = number?.ToString(CultureInfo.InvariantCulture) ?? "";
        return Languages.Current == Languages.Latvian ? text.Replace('.', ',') : text;
    }
}
