using CsCheck;
using Microsoft.AspNetCore.Http;
using Talka.Forms;
using Talka.Forms.Editing;
using Talka.Tests.Support;

namespace Talka.Tests.Forms.Editing;

public sealed class FormDraftTests
{
    // What the editor's form would send for a draft
    private static FormCollection Send(FormDraft draft) => Sent.Form([(FormDraft.CountName, draft.Questions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. draft.Questions.SelectMany((question, i) =>
        typeof(QuestionDraft).GetProperties().Where(property => property.GetValue(question) is not false)
            .Select(property => ($"Questions[{i}].{property.Name}", property.GetValue(question) is true ? "true" : property.GetValue(question)!.ToString()!)))]);

    private static FormDraft Three() => FormDraft.Of(new([new("a", QuestionType.Text, "A"), new("b", QuestionType.Text, "B"), new("c", QuestionType.Text, "C")]));

    [Fact]
    public void Draft_OfAnyDefinitionSentAndRead_IsTheSameDefinition() => Definitions.Any.Sample(
        definition => Assert.Equal(definition.Write(), FormDraft.Read(Send(FormDraft.Of(definition))).ToDefinition().Value.Write()), iter: 300);

    [Theory]
    [InlineData("up-1", "bac")]
    [InlineData("down-1", "acb")]
    [InlineData("remove-0", "bc")]
    [InlineData("up-0", "abc")]
    [InlineData("down-2", "abc")]
    [InlineData("remove-7", "abc")]
    [InlineData("up--1", "abc")]
    [InlineData("nonsense", "abc")]
    public void Apply_Action_MovesOrRemovesTheQuestion(string action, string order)
    {
        var draft = Three();
        draft.Apply(action);
        Assert.Equal(order, string.Concat(draft.Questions.Select(question => question.Code)));
    }

    [Fact]
    public void Read_NewQuestionWithWords_GetsACodeThatIsItsOwn()
    {
        var draft = Three();
        draft.Questions.AddRange([new QuestionDraft { Label = "A" }, new QuestionDraft { Label = "Ko ēdat?" }, new QuestionDraft { Label = "Ко?" }, new QuestionDraft()]);
        Assert.Equal(["a", "b", "c", "a_2", "ko_edat", "q", ""], FormDraft.Read(Send(draft)).Questions.Select(question => question.Code));
    }

    [Fact]
    public void ToDefinition_ChoicesAsPeopleWriteThem_GetCodes()
    {
        var draft = FormDraft.Of(new([new Question("q", QuestionType.Choice, "Q")]));
        draft.Questions[0].Choices = "  m = Gaļu | Meat\r\nPienu\n\n2 + 2 = 4\nPienu\n";
        Assert.Equal(
            [new("m", "Gaļu", "Meat"), new("pienu", "Pienu"), new("c_2_2_4", "2 + 2 = 4"), new("pienu_2", "Pienu")],
            draft.ToDefinition().Value.Questions[0].Choices);
    }

    [Fact]
    public void ToDefinition_ConditionByTheWordsOfAChoice_IsByItsCode()
    {
        var draft = FormDraft.Of(new([new Question("q", QuestionType.Choice, "Q") { Choices = [new("y", "Jā", "Yes"), new("n", "Nē")] }, new("r", QuestionType.Text, "R")]));
        (draft.Questions[1].WhenQuestion, draft.Questions[1].WhenValue) = ("q", "Yes");
        Assert.Equal(new QuestionCondition("q", ConditionIs.Equal, "y"), draft.ToDefinition().Value.Questions[1].When);
    }

    [Theory]
    [InlineData("Code", "Slikts kods", "question-code-invalid")]
    [InlineData("Code", "a", "question-code-twice")]
    [InlineData("Label", "", "question-label-missing")]
    [InlineData("Least", "daudz", "not-a-number")]
    [InlineData("Least", "0", "bounds-not-whole")]
    [InlineData("KeepDays", "99999999999", "keep-days-out-of-range")]
    [InlineData("WhenQuestion", "c", "condition-question-unknown")]
    [InlineData("WhenQuestion", "b", "condition-question-unknown")]
    public void ToDefinition_WrongField_IsNamed(string property, string value, string code)
    {
        var draft = Three();
        draft.Questions[1].WhenValue = "x";
        typeof(QuestionDraft).GetProperty(property)!.SetValue(draft.Questions[1], value);
        var error = Assert.Single(draft.ToDefinition().Errors);
        Assert.Equal((code, $"Questions[1].{property}"), (error.Code, error.Field));
    }

    [Fact]
    public void ToDefinition_NaughtyStrings_AreStorableOrRefused()
    {
        foreach (var text in NaughtyStrings.All)
        {
            var draft = Three();
            foreach (var property in typeof(QuestionDraft).GetProperties().Where(p => p.PropertyType == typeof(string)))
            {
                property.SetValue(draft.Questions[1], text);
            }

            var definition = FormDraft.Read(Send(draft)).ToDefinition();
            Assert.True(!definition.Succeeded || FormRules.Check(FormDefinition.Read(definition.Value.Write())).Count == 0);
        }
    }
}
