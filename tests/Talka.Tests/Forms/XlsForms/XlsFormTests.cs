using CsCheck;
using Talka.Forms;
using Talka.Forms.XlsForms;
using Talka.Foundation.Sheets;
using Talka.Tests.Support;

namespace Talka.Tests.Forms.XlsForms;

public sealed class XlsFormTests
{
    private static readonly string[] SurveyColumns = ["type", "name", "label", "label::English (en)", "required", "relevant", "constraint", "appearance", "constraint_message", "constraint_message::English (en)"];

    private static async Task<MemoryStream> WriteAsync(FormDefinition definition)
    {
        var file = new MemoryStream();
        await XlsFormExport.WriteAsync(definition, "Veidlapa", file, CancellationToken.None);
        file.Position = 0;
        return file;
    }

    private static async Task<XlsFormReport> ReadAsync(string[][] survey, params string[][] choices)
    {
        using var file = new MemoryStream();
        await new SheetBook().Add(Layout("survey", SurveyColumns), survey).Add(Layout("choices", ["list_name", "name", "label"]), choices).WriteAsync(file, CancellationToken.None);
        file.Position = 0;
        var read = XlsFormReader.Read(file);
        Assert.True(read.Succeeded, string.Join("; ", read.Errors));
        return read.Value;
    }

    private static SheetLayout<string[]> Layout(string name, string[] columns)
    {
        var layout = new SheetLayout<string[]>(name);
        for (var i = 0; i < columns.Length; i++)
        {
            var index = i;
            layout.Text(columns[i], row => index < row.Length ? row[index] : null);
        }

        return layout;
    }

    [Fact]
    public Task ExportAndImport_AnyDefinition_GiveTheSame() => Definitions.Any.SampleAsync(
        async definition =>
        {
            Assert.Equal("", string.Join("; ", FormRules.Check(definition)));
            using var file = await WriteAsync(definition);
            var read = XlsFormReader.Read(file);
            if (definition.Questions.Count == 0)
            {
                return;
            }

            Assert.Equal("", string.Join("; ", read.Errors.Select(e => e.Code).Concat(read.Value.Problems.Select(p => p.ToString()))));
            Assert.Equal(definition.Write(), read.Value.Definition!.Write());
        },
        iter: 300);

    [Fact]
    public async Task Import_OfAnotherProgramsForm_TakesItsQuestionsAndWarnsOfWhatItLeaves()
    {
        var report = await ReadAsync(
            [
                ["note", "intro", "Sveiki!"],
                ["begin_group", "g", "Grupa"],
                ["select_one yn", "eats", "Vai ēdīsiet?", "Will you eat?", "yes"],
                ["end group"],
                ["select_multiple food", "diet", "Ko neēdat?", "", "", "${eats} = 'y'", "count-selected(.) <= 2"],
                ["text", "which", "Ko citu?", "", "true()", "selected(${diet}, 'other')", "", "multiline"],
                ["integer", "people", "Cik cilvēku?", "", "", "selected(${eats}, \"y\")", ". >= 1 and . <= 12", "", "No viena līdz divpadsmit!", "One to twelve!"],
                ["acknowledge", "agree", "Piekrītu"],
                ["image", "photo", "Foto", "", "", "${agree} = 'OK'"],
            ],
            ["yn", "y", "Jā"], ["yn", "n", "Nē"], ["food", "meat", "Gaļu"], ["food", "other", "Citu"]);
        Assert.Equal([], report.Problems);
        Assert.Equal(["note-ignored", "group-ignored", "group-ignored", "type-wider", "type-wider"], report.Warnings.Select(w => w.Code));
        Assert.Equal([2, 3, 5, 8, 10], report.Warnings.Select(w => w.Row));
        var questions = report.Definition!.Questions;
        Assert.Equal([QuestionType.Choice, QuestionType.Choices, QuestionType.LongText, QuestionType.Number, QuestionType.Consent, QuestionType.File], questions.Select(q => q.Type));
        Assert.Equal("Will you eat?", questions[0].LabelEn);
        Assert.Equal(new QuestionCondition("eats", ConditionIs.Equal, "y"), questions[3].When);
        Assert.Equal((1m, 12m, "No viena līdz divpadsmit!", "One to twelve!"), (questions[3].Least, questions[3].Most, questions[3].BoundsText, questions[3].BoundsTextEn));
        Assert.Equal(new QuestionCondition("agree", ConditionIs.Equal, "true"), questions[5].When);
    }

    [Theory]
    [InlineData("type-not-taken", "type", "geopoint", "where", "Kur?")]
    [InlineData("type-not-taken", "type", "begin repeat", "r", "R")]
    [InlineData("choices-list-unknown", "type", "select_one nowhere", "a", "A")]
    [InlineData("question-code-invalid", "name", "text", "Mans Kods", "A")]
    [InlineData("question-label-missing", "label", "text", "a", "")]
    [InlineData("required-not-taken", "required", "text", "a", "A", "", "${b} = 1")]
    [InlineData("relevant-not-taken", "relevant", "text", "a", "A", "", "", "${b} = 1 or ${c} = 2")]
    [InlineData("condition-question-unknown", "relevant", "text", "a", "A", "", "", "${later} = 'x'")]
    [InlineData("constraint-not-taken", "constraint", "decimal", "a", "A", "", "", "", "regex(., 'x')")]
    [InlineData("constraint-not-taken", "constraint", "text", "a", "A", "", "", "", ". >= 1")]
    [InlineData("bounds-crossed", "constraint", "decimal", "a", "A", "", "", "", ". >= 5 and . <= 1")]
    public async Task Import_WhatItCannotTake_NamesRowAndColumnAndTakesNothing(string code, string column, params string[] row)
    {
        var report = await ReadAsync([["text", "first", "Pirmais"], row]);
        Assert.Null(report.Definition);
        Assert.Contains(report.Problems, problem => (problem.Code, problem.Row, problem.Column, problem.Sheet) == (code, 3, column, "survey"));
    }

    [Fact]
    public async Task Import_NaughtyStringsEverywhere_NeverThrows()
    {
        foreach (var text in NaughtyStrings.All.Where(text => Talka.Foundation.PlainText.IsStorable(text, lines: true)))
        {
            var report = await ReadAsync([[text, text, text, text, text, text, text, text], ["text", "a", text], ["text", "b", "B", "", "", text, text]], [text, text, text]);
            Assert.True(report.Definition is null ? report.Problems.Count > 0 : report.Problems.Count == 0);
        }
    }

    [Theory]
    [InlineData("nav;tabula")]
    [InlineData("PK nekas")]
    [InlineData("")]
    public void Import_OfNoXlsForm_SaysSo(string content)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        Assert.False(XlsFormReader.Read(file).Succeeded);
    }
}
