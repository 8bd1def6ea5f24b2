using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Forms.Texts;

namespace Talka.Forms.Editing;

/// <summary>A question as it stands in the editor: whatever was typed, right or wrong.</summary>
public sealed class QuestionDraft
{
    public string Code { get; set; } = "";
    public QuestionType Type { get; set; }
    public string Label { get; set; } = "";
    public string LabelEn { get; set; } = "";
    public string Hint { get; set; } = "";
    public string HintEn { get; set; } = "";
    public bool Required { get; set; }

    /// <summary>One a line: <c>code = text</c> or <c>code = text | text in English</c>; without a code one is made of the text.</summary>
    public string Choices { get; set; } = "";
    public string Least { get; set; } = "";
    public string Most { get; set; } = "";
    public string BoundsText { get; set; } = "";
    public string BoundsTextEn { get; set; } = "";
    public string WhenQuestion { get; set; } = "";
    public ConditionIs WhenIs { get; set; }
    public string WhenValue { get; set; } = "";
    public string KeepDays { get; set; } = "";

    public static QuestionDraft Of(Question question) => new()
    {
        Code = question.Code,
        Type = question.Type,
        Label = question.Label,
        LabelEn = question.LabelEn ?? "",
        Hint = question.Hint ?? "",
        HintEn = question.HintEn ?? "",
        Required = question.Required,
        Choices = string.Join('\n', question.Choices.Select(choice => $"{choice.Code} = {choice.Label}{(choice.LabelEn is { } english ? " | " + english : "")}")),
        Least = Number(question.Least),
        Most = Number(question.Most),
        BoundsText = question.BoundsText ?? "",
        BoundsTextEn = question.BoundsTextEn ?? "",
        WhenQuestion = question.When?.Question ?? "",
        WhenIs = question.When?.Is ?? ConditionIs.Equal,
        WhenValue = question.When?.Value ?? "",
        KeepDays = question.KeepDays?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The question that was typed; numbers that are none are told, the rest is for <see cref="FormRules"/> to judge.</summary>
    /// <param name="earlier">The questions before it, on which it may depend.</param>
    public Question Read(int index, IReadOnlyList<Question> earlier, List<Error> errors)
    {
        var hasChoices = Type is QuestionType.Choice or QuestionType.Choices;
        var hasBounds = Type is QuestionType.Text or QuestionType.LongText or QuestionType.Choices or QuestionType.Number;
        return new Question(Code.Trim(), Type, Tidy(Label) ?? "", Tidy(LabelEn))
        {
            Hint = Tidy(Hint),
            HintEn = Tidy(HintEn),
            Required = Required,
            Choices = hasChoices ? ReadChoices() : [],
            Least = hasBounds ? ReadNumber(Least, index, nameof(Least), errors) : null,
            Most = hasBounds ? ReadNumber(Most, index, nameof(Most), errors) : null,
            BoundsText = hasBounds ? Tidy(BoundsText) : null,
            BoundsTextEn = hasBounds ? Tidy(BoundsTextEn) : null,
            When = WhenQuestion.Length == 0 ? null : new QuestionCondition(WhenQuestion, WhenIs, ReadWhenValue(earlier.FirstOrDefault(other => other.Code == WhenQuestion))),
            KeepDays = ReadNumber(KeepDays, index, nameof(KeepDays), errors) is { } days ? (int)Math.Clamp(days, -1, int.MaxValue) : null,
        };
    }

    private List<QuestionChoice> ReadChoices()
    {
        var choices = new List<QuestionChoice>();
        foreach (var line in PlainText.Lines(Choices).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Take(FormRules.MostChoices + 1))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var code = equals > 0 && FormRules.IsChoiceCode(line[..equals].TrimEnd()) ? line[..equals].TrimEnd() : null;
            var texts = (code is null ? line : line[(equals + 1)..]).Split('|', 2);
            choices.Add(new QuestionChoice(code ?? "", Tidy(texts[0]) ?? "", texts.Length > 1 ? Tidy(texts[1]) : null));
        }

        var taken = choices.Select(choice => choice.Code).ToHashSet(StringComparer.Ordinal);
        return choices.ConvertAll(choice => choice.Code.Length > 0 ? choice : choice with { Code = QuestionCodes.Make(choice.Label, "c", taken) });
    }

    // People may give the words of a choice for its code, and a comma in a number
    private string ReadWhenValue(Question? asked)
    {
        var value = PlainText.Tidy(WhenValue) ?? "";
        return asked?.Type switch
        {
            QuestionType.Consent => "true",
            QuestionType.Choice or QuestionType.Choices => asked.Choices.FirstOrDefault(choice => choice.Code == value)?.Code
                ?? asked.Choices.FirstOrDefault(choice => choice.Label == value || choice.LabelEn == value)?.Code ?? value,
            QuestionType.Number => ReadNumber(value) is { } number ? FormReading.Plain(number) : value,
            _ => value,
        };
    }

    private static string? Tidy(string text) => PlainText.Tidy(PlainText.Lines(text));

    private static decimal? ReadNumber(string text, int index, string property, List<Error> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var number = ReadNumber(text);
        if (number is null)
        {
            errors.Add(Error.Invalid("not-a-number", T("ErrorQuestionNumber", index + 1), $"Questions[{index}].{property}"));
        }

        return number;
    }

    private static decimal? ReadNumber(string text)
    {
        var trimmed = text.Trim();
        var negative = trimmed.StartsWith('-') || trimmed.StartsWith('\u2212');
        return Parse.Fraction(negative ? trimmed[1..] : trimmed) is { } size
            ? decimal.Parse(FormReading.Plain(negative ? -size : size), CultureInfo.InvariantCulture)
            : null;
    }

    private static string Number(decimal? number)
    {
        var text = number is { } given ? FormReading.Plain(given) : "";
        return Languages.Current == Languages.Latvian ? text.Replace('.', ',') : text;
    }
}
