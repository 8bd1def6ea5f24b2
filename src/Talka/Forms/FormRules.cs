using System.Globalization;
using System.Text.RegularExpressions;
using Talka.Foundation;
using Talka.Foundation.Results;
using static Talka.Forms.Texts;

namespace Talka.Forms;

/// <summary>What a definition has to be like. Failures name their field as the editor does: <c>Questions[2].Label</c>.</summary>
public static partial class FormRules
{
    public const int MostQuestions = 150;
    public const int MostChoices = 200;
    public const int CodeLength = 60;
    public const int LabelLength = 1_000;
    public const int MostKeepDays = 3_650;

    public static bool IsCode(string code) => code.Length <= CodeLength && Code().IsMatch(code);

    /// <returns>All that is wrong, in the order of the questions; nothing when it can be used.</returns>
    public static IReadOnlyList<Error> Check(FormDefinition definition)
    {
        var errors = new List<Error>();
        if (definition.Questions.Count > MostQuestions)
        {
            errors.Add(Error.Invalid("too-many-questions", T("ErrorTooManyQuestions", MostQuestions)));
        }

        var earlier = new Dictionary<string, Question>(StringComparer.Ordinal);
        for (var i = 0; i < definition.Questions.Count; i++)
        {
            var question = definition.Questions[i];
            var number = i + 1;
            void Add(string code, string key, string property, params ReadOnlySpan<object?> args) =>
                errors.Add(Error.Invalid(code, T(key, [number, .. args]), $"Questions[{number - 1}].{property}"));

            if (!IsCode(question.Code))
            {
                Add("question-code-invalid", "ErrorCode", "Code", CodeLength);
            }
            else if (!earlier.TryAdd(question.Code, question))
            {
                Add("question-code-twice", "ErrorCodeTwice", "Code", question.Code);
            }

            CheckText(question.Label, "Label", required: true, Add);
            CheckText(question.LabelEn, "LabelEn", required: false, Add);
            CheckText(question.Hint, "Hint", required: false, Add);
            CheckText(question.HintEn, "HintEn", required: false, Add);
            CheckText(question.BoundsText, "BoundsText", required: false, Add);
            CheckText(question.BoundsTextEn, "BoundsTextEn", required: false, Add);
            CheckChoices(question, Add);
            CheckBounds(question, Add);
            CheckCondition(question, earlier, Add);
            if (question.KeepDays is < 0 or > MostKeepDays)
            {
                Add("keep-days-out-of-range", "ErrorKeepDays", "KeepDays", MostKeepDays);
            }
        }

        return errors;
    }

    private delegate void Adding(string code, string key, string property, params ReadOnlySpan<object?> args);

    private static void CheckText(string? text, string property, bool required, Adding add)
    {
        if (required && string.IsNullOrWhiteSpace(text))
        {
            add("question-label-missing", "ErrorLabel", property);
        }
        else if (text?.Length > LabelLength)
        {
            add("text-too-long", "ErrorLabelLong", property, LabelLength);
        }
        else if (text is not null && !PlainText.IsStorable(text, lines: true))
        {
            add("text-not-storable", "ErrorLabelText", property);
        }
    }

    private static void CheckChoices(Question question, Adding add)
    {
        var wanted = question.Type is QuestionType.Choice or QuestionType.Choices;
        if (wanted && question.Choices.Count == 0)
        {
            add("choices-missing", "ErrorChoicesMissing", "Choices");
        }
        else if (!wanted && question.Choices.Count > 0)
        {
            add("choices-not-wanted", "ErrorChoicesNotWanted", "Choices");
        }
        else if (question.Choices.Count > MostChoices)
        {
            add("too-many-choices", "ErrorTooManyChoices", "Choices", MostChoices);
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in question.Choices)
        {
            if (!IsChoiceCode(choice.Code))
            {
                add("choice-code-invalid", "ErrorChoiceCode", "Choices", choice.Code.Length > 40 ? "" : choice.Code, CodeLength);
            }
            else if (!codes.Add(choice.Code))
            {
                add("choice-code-twice", "ErrorChoiceTwice", "Choices", choice.Code);
            }

            CheckText(choice.Label, "Choices", required: true, add);
            CheckText(choice.LabelEn, "Choices", required: false, add);
            if ((choice.Label + choice.LabelEn).AsSpan().IndexOfAny('|', '\n') >= 0)
            {
                add("choice-label-invalid", "ErrorChoiceLabel", "Choices");
            }
        }
    }

    private static void CheckBounds(Question question, Adding add)
    {
        var bounded = question.Type is QuestionType.Text or QuestionType.LongText or QuestionType.Choices or QuestionType.Number;
        if (!bounded && (question.Least is not null || question.Most is not null))
        {
            add("bounds-not-wanted", "ErrorBoundsNotWanted", "Least");
        }
        else if (question.Least > question.Most)
        {
            add("bounds-crossed", "ErrorBounds", "Most");
        }
        else if (question.Type != QuestionType.Number
            && ((question.Least is { } least && (least < 1 || least != decimal.Truncate(least))) || (question.Most is { } most && (most < 1 || most != decimal.Truncate(most)))))
        {
            add("bounds-not-whole", "ErrorBoundsWhole", "Least");
        }
    }

    private static void CheckCondition(Question question, Dictionary<string, Question> earlier, Adding add)
    {
        if (question.When is not { } when)
        {
            return;
        }

        if (when.Question == question.Code || !earlier.TryGetValue(when.Question, out var asked))
        {
            add("condition-question-unknown", "ErrorWhenQuestion", "WhenQuestion");
            return;
        }

        var fits = when.Is switch
        {
            ConditionIs.Chosen => asked.Type == QuestionType.Choices,
            ConditionIs.AtLeast or ConditionIs.AtMost => asked.Type == QuestionType.Number && IsNumber(when.Value),
            _ => asked.Type is QuestionType.Text or QuestionType.LongText or QuestionType.Choice or QuestionType.Number or QuestionType.Consent,
        };
        // Both kinds of quotation marks in one value cannot be written in an XLSForm
        var canBeWritten = when.Value.Length is > 0 and <= LabelLength && PlainText.IsStorable(when.Value) && !(when.Value.Contains('\'') && when.Value.Contains('"'));
        if (!fits || !canBeWritten || (asked.Type == QuestionType.Number && !IsNumber(when.Value)))
        {
            add("condition-does-not-fit", "ErrorWhenIs", "WhenIs", asked.LabelText());
        }
        else if ((asked.Choices.Count > 0 && !asked.Choices.Any(choice => choice.Code == when.Value)) || (asked.Type == QuestionType.Consent && when.Value != "true"))
        {
            add("condition-value-unknown", "ErrorWhenValue", "WhenValue", asked.LabelText());
        }
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && FormReading.Plain(number) == text;

    internal static bool IsChoiceCode(string code) => code.Length <= CodeLength && ChoiceCode().IsMatch(code);

    [GeneratedRegex("^[a-z][a-z0-9_]*\\z", RegexOptions.None, 1000)]
    private static partial Regex Code();

    // As XLSForm: anything without white space, and nothing that would need a quotation mark in a condition
    [GeneratedRegex("^[A-Za-z0-9_.-]+\\z", RegexOptions.None, 1000)]
    private static partial Regex ChoiceCode();
}
