using CsCheck;
using Talka.Forms;
using Talka.Foundation;

namespace Talka.Tests.Forms;

/// <summary>Any definition that the rules allow.</summary>
internal static class Definitions
{
    private static readonly Gen<string> Code = Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[1, 3].Select(letters => new string(letters));

    private static readonly string[] Awkward = ["Vai ēdīsiet?", "“Ķekava”", "<script>alert(1)</script>", "=1+1", "_x0041_", "a\nb", "${q}", "{0}", "Пример 🙂", "a  b", "'", "\"", "null", "12,5"];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index]),
        Gen.Char['\u0020', '\u024F'].Array[1, 30].Select(letters => new string(letters))).Select(text => PlainText.Tidy(PlainText.Lines(text))).Where(text => text is not null && PlainText.IsStorable(text, lines: true)).Select(text => text!);

    private static readonly Gen<string> Line = Words.Select(text => PlainText.Tidy(text.Replace('|', ' ').Replace('\n', ' ')) ?? "x");

    private static readonly Gen<string?> Maybe = Gen.Bool.SelectMany(some => some ? Words.Select(text => (string?)text) : Gen.Const((string?)null));

    private static readonly Gen<decimal?> Bound = Gen.Int[1, 50].Select(Gen.Bool, (number, some) => some ? (decimal?)number : null);

    private static readonly Gen<QuestionChoice> Choice = Gen.Select(Code, Line, Line, Gen.Bool, (code, label, english, both) => new QuestionChoice(code, label, both ? english : null));

    private static readonly Gen<Question> AnyQuestion = Gen.Select(
        Gen.Select(Code, Gen.Enum<QuestionType>(), Words, Maybe, Maybe, Maybe), Gen.Select(Gen.Bool, Choice.Array[1, 4], Bound, Bound, Gen.Int[0, 400], Gen.Bool),
        (texts, rest) =>
        {
            var (code, type, label, english, hint, hintEn) = texts;
            var (required, choices, one, other, days, keeps) = rest;
            var bounded = type is QuestionType.Text or QuestionType.LongText or QuestionType.Choices or QuestionType.Number;
            return new Question(code, type, label, english)
            {
                Hint = hint,
                HintEn = hint is null ? null : hintEn,
                Required = required,
                Choices = type is QuestionType.Choice or QuestionType.Choices ? [.. choices.DistinctBy(choice => choice.Code)] : [],
                Least = bounded ? one : null,
                Most = bounded && other is { } most && !(one > most) ? (type == QuestionType.Number ? most + 0.25m : most) : null,
                KeepDays = keeps ? days : null,
                BoundsText = bounded && one is not null ? hint : null,
                BoundsTextEn = bounded && one is not null && hint is not null ? hintEn : null,
            };
        });

    public static Gen<FormDefinition> Any { get; } = Gen.Select(AnyQuestion.Array[0, 6], Gen.Int[0, 5].Array[6], Gen.Enum<ConditionIs>().Array[6], Words.Array[6], (questions, before, conditions, words) =>
    {
        var distinct = questions.DistinctBy(question => question.Code).ToList();
        for (var i = 1; i < distinct.Count; i++)
        {
            if (before[i] < i)
            {
                distinct[i] = distinct[i] with { When = Condition(distinct[before[i]], conditions[i], words[i]) };
            }
        }

        return new FormDefinition(distinct);
    });

    private static QuestionCondition? Condition(Question asked, ConditionIs condition, string words) => asked.Type switch
    {
        QuestionType.Choice => new(asked.Code, condition == ConditionIs.NotEqual ? condition : ConditionIs.Equal, asked.Choices[^1].Code),
        QuestionType.Choices => new(asked.Code, ConditionIs.Chosen, asked.Choices[0].Code),
        QuestionType.Consent => new(asked.Code, condition == ConditionIs.NotEqual ? condition : ConditionIs.Equal, "true"),
        QuestionType.Number => new(asked.Code, condition == ConditionIs.Chosen ? ConditionIs.AtLeast : condition, "12.5"),
        QuestionType.Text when !words.Contains('\n') && !(words.Contains('"') && words.Contains('\'')) => new(asked.Code, condition == ConditionIs.NotEqual ? condition : ConditionIs.Equal, words),
        _ => null,
    };
}
