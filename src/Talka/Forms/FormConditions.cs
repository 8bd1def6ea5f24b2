using System.Globalization;
using Talka.Foundation.Localisation;
using static Talka.Forms.Texts;

namespace Talka.Forms;

/// <summary>Whether a question is asked, given what was answered before it.</summary>
public static class FormConditions
{
    /// <param name="answers">As answers are kept, of the questions that were asked: one that was not has none.</param>
    public static bool IsAsked(Question question, IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        question.When is not { } condition || Holds(condition, answers.GetValueOrDefault(condition.Question) ?? []);

    /// <summary>The condition as a sentence for people, in the current language.</summary>
    public static string InWords(QuestionCondition condition, FormDefinition definition)
    {
        var question = definition.Questions.FirstOrDefault(other => other.Code == condition.Question);
        var label = question?.LabelText() ?? condition.Question;
        if (question?.Type == QuestionType.Consent)
        {
            return T(condition.Is == ConditionIs.NotEqual ? "WhenNotTicked" : "WhenTicked", label);
        }

        var value = question?.Choices.FirstOrDefault(choice => choice.Code == condition.Value)?.LabelText() ?? condition.Value;
        return T("When" + condition.Is, label, value);
    }

    private static bool Holds(QuestionCondition condition, IReadOnlyList<string> answer) => condition.Is switch
    {
        ConditionIs.Equal => answer is [var only] && Same(only, condition.Value),
        ConditionIs.NotEqual => answer is not [var only] || !Same(only, condition.Value),
        ConditionIs.Chosen => answer.Contains(condition.Value),
        ConditionIs.AtLeast => Number(answer) is { } number && number >= Number([condition.Value]),
        _ => Number(answer) is { } number && number <= Number([condition.Value]),
    };

    private static bool Same(string answer, string value) =>
        answer == value || (Number([answer]) is { } number && number == Number([value]));

    private static decimal? Number(IReadOnlyList<string> answer) =>
        answer is [var only] && decimal.TryParse(only, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The words of a form in the current language; where there are none in English, the Latvian ones.</summary>
public static class QuestionTexts
{
    private static bool InEnglish => Languages.Current == Languages.English;

    public static string LabelText(this Question question) => InEnglish ? question.LabelEn ?? question.Label : question.Label;

    public static string? HintText(this Question question) => InEnglish ? question.HintEn ?? question.Hint : question.Hint;

    /// <summary>What the form itself says of an answer that is out of bounds; null where it says nothing.</summary>
    public static string? OutOfBoundsText(this Question question) => InEnglish ? question.BoundsTextEn ?? question.BoundsText : question.BoundsText;

    public static string LabelText(this QuestionChoice choice) => InEnglish ? choice.LabelEn ?? choice.Label : choice.Label;

    /// <summary>An answer as people read it: choices by their label, a consent as yes.</summary>
    public static string AnswerText(this Question question, string value) => question.Type switch
    {
        QuestionType.Choice or QuestionType.Choices => question.Choices.FirstOrDefault(choice => choice.Code == value)?.LabelText() ?? value,
        QuestionType.Consent => Foundation.Ui.Texts.T("Yes"),
        QuestionType.Number when InEnglish => value,
        QuestionType.Number => value.Replace('.', ','),
        _ => value,
    };
}
