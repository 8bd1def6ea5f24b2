using System.Globalization;
using Talka.Foundation.Results;

namespace Talka.Forms.Editing;

/// <summary>A definition in the making: it goes round with the editor's form, and nothing of it is kept before it is saved.</summary>
public sealed class FormDraft
{
    /// <summary>What a submit of the editor asks for; <c>up-2</c> moves the third question up.</summary>
    public const string ActionName = "Action";
    public const string CountName = "Count";
    public const string VersionName = "Version";

    private static readonly string[] EditedFields =
    [
        nameof(QuestionDraft.Code), nameof(QuestionDraft.Type), nameof(QuestionDraft.Label), nameof(QuestionDraft.LabelEn), nameof(QuestionDraft.Hint),
        nameof(QuestionDraft.HintEn), nameof(QuestionDraft.Required), nameof(QuestionDraft.Choices), nameof(QuestionDraft.Least), nameof(QuestionDraft.Most),
        nameof(QuestionDraft.BoundsText), nameof(QuestionDraft.BoundsTextEn),
        nameof(QuestionDraft.WhenQuestion), nameof(QuestionDraft.WhenIs), nameof(QuestionDraft.WhenValue), nameof(QuestionDraft.KeepDays),
    ];

    /// <summary>What the form may send at most.</summary>
    public static int MostFields => (FormRules.MostQuestions * EditedFields.Length) + 20;

    public List<QuestionDraft> Questions { get; } = [];

    public static FormDraft Of(FormDefinition definition)
    {
        var draft = new FormDraft();
        draft.Questions.AddRange(definition.Questions.Select(QuestionDraft.Of));
        return draft;
    }

    public static FormDraft Read(IFormCollection form)
    {
        var draft = new FormDraft();
        var count = int.TryParse(form[CountName], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Min(given, FormRules.MostQuestions) : 0;
        for (var i = 0; i < count; i++)
        {
            string Field(string name) => form[$"Questions[{i}].{name}"].ToString();
            draft.Questions.Add(new QuestionDraft
            {
                Code = Field(nameof(QuestionDraft.Code)),
                Type = Enum.TryParse<QuestionType>(Field(nameof(QuestionDraft.Type)), out var type) && Enum.IsDefined(type) ? type : QuestionType.Text,
                Label = Field(nameof(QuestionDraft.Label)),
                LabelEn = Field(nameof(QuestionDraft.LabelEn)),
                Hint = Field(nameof(QuestionDraft.Hint)),
                HintEn = Field(nameof(QuestionDraft.HintEn)),
                Required = Field(nameof(QuestionDraft.Required)) == "true",
                Choices = Field(nameof(QuestionDraft.Choices)),
                Least = Field(nameof(QuestionDraft.Least)),
                Most = Field(nameof(QuestionDraft.Most)),
                BoundsText = Field(nameof(QuestionDraft.BoundsText)),
                BoundsTextEn = Field(nameof(QuestionDraft.BoundsTextEn)),
                WhenQuestion = Field(nameof(QuestionDraft.WhenQuestion)),
                WhenIs = Enum.TryParse<ConditionIs>(Field(nameof(QuestionDraft.WhenIs)), out var condition) && Enum.IsDefined(condition) ? condition : ConditionIs.Equal,
                WhenValue = Field(nameof(QuestionDraft.WhenValue)),
                KeepDays = Field(nameof(QuestionDraft.KeepDays)),
            });
        }

        draft.NameQuestions();
        return draft;
    }

    /// <summary>Does what a button asks for: <c>add</c>, <c>up-2</c>, <c>down-2</c>, <c>remove-2</c>. Anything else changes nothing.</summary>
    /// <returns>The question to go on with; null when none was touched.</returns>
    public int? Apply(string action)
    {
        if (action == "add")
        {
            if (Questions.Count < FormRules.MostQuestions)
            {
                Questions.Add(new QuestionDraft());
            }

            return Questions.Count - 1;
        }

        if (action.Split('-') is not [var act, var at] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= Questions.Count)
        {
            return null;
        }

        var to = act switch { "up" => index - 1, "down" => index + 1, _ => index };
        if (act == "remove")
        {
            Questions.RemoveAt(index);
            return Questions.Count == 0 ? null : Math.Min(index, Questions.Count - 1);
        }

        if (act is not ("up" or "down") || to < 0 || to >= Questions.Count)
        {
            return null;
        }

        (Questions[index], Questions[to]) = (Questions[to], Questions[index]);
        return to;
    }

    /// <summary>The definition as far as it can be read, for the preview.</summary>
    public FormDefinition Preview() => Build([]);

    /// <returns>The definition, or all that is wrong with what was typed.</returns>
    public Result<FormDefinition> ToDefinition()
    {
        var errors = new List<Error>();
        var definition = Build(errors);
        errors.AddRange(FormRules.Check(definition));
        return errors.Count > 0 ? errors : definition;
    }

    private FormDefinition Build(List<Error> errors)
    {
        var questions = new List<Question>();
        for (var i = 0; i < Questions.Count; i++)
        {
            questions.Add(Questions[i].Read(i, questions, errors));
        }

        return new FormDefinition(questions);
    }

    // A question gets its code once it has words, and keeps it whatever becomes of them
    private void NameQuestions()
    {
        var taken = Questions.Select(question => question.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var question in Questions.Where(question => string.IsNullOrWhiteSpace(question.Code) && !string.IsNullOrWhiteSpace(question.Label)))
        {
            question.Code = QuestionCodes.Make(question.Label, "q", taken);
        }
    }
}
