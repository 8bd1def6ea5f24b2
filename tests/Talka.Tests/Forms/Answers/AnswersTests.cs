using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Forms.Answers;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Tests.Support;

namespace Talka.Tests.Forms.Answers;

public sealed class AnswersTests
{
    private static readonly Guid Owner = Guid.Parse("0197f3a0-0000-7000-8000-000000000002");
    private static readonly DateOnly End = new(2027, 5, 1);

    private static readonly FormDefinition Definition = new(
    [
        new Question("food", QuestionType.Choices, "Ko ēdat?") { Choices = [new("a", "Augļus"), new("b", "Biezpienu")] },
        new Question("come", QuestionType.Choice, "Vai nāksiet?") { Choices = [new("y", "Jā"), new("n", "Nē")] },
        new Question("age", QuestionType.Number, "Vecums"),
        new Question("say", QuestionType.LongText, "Ko sakāt?") { KeepDays = 10 },
        new Question("agree", QuestionType.Consent, "Piekrītu"),
        new Question("cv", QuestionType.File, "CV") { KeepDays = 0 },
    ]);

    private static async Task<Guid> DefineAsync(TestSite site, FormDefinition? definition = null)
    {
        return await site.InScopeAsync(async services =>
        {
            var id = await services.GetRequiredService<FormStore>().DefineAsync("event", Owner, definition ?? Definition, CancellationToken.None);
            await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
            return id;
        });
    }

    private static Task<Guid> AnswerAsync(TestSite site, Guid form, Microsoft.AspNetCore.Http.IFormCollection sent, int version = 1) => site.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<FormStore>();
        var read = await site.ReadAsync((await store.VersionAsync(form, version, CancellationToken.None))!.Definition, sent);
        Assert.Equal("", read.Codes());
        var id = await store.SaveAsync(form, version, null, read.Value, End, CancellationToken.None);
        await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
        return id;
    });

    private static async Task<List<string[]>> SheetAsync(TestSite site, Guid form, SheetFormat format)
    {
        using var file = new MemoryStream();
        await site.InScopeAsync(async services =>
        {
            var table = services.GetRequiredService<AnswerTable>();
            var questions = await table.QuestionsAsync(form, CancellationToken.None);
            await SheetWriter.WriteAsync(AnswerTable.Layout(questions), format, table.RowsAsync(form, questions), file, CancellationToken.None);
        });
        file.Position = 0;
        using var sheet = SheetReader.Read(file, "atbildes").Value;
        return [[.. sheet.Header], .. sheet.Rows().Select(row => row.Cells.ToArray())];
    }

    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Xlsx)]
    public async Task Export_AnswersOfTwoVersions_HasAColumnAQuestionAndChoicesByLabel(SheetFormat format)
    {
        using var language = Languages.Use(Languages.Latvian);
        await using var site = await TestSite.StartAsync();
        var form = await DefineAsync(site);
        await AnswerAsync(site, form, Sent.Upload("q-cv", "mans.txt", "Es", ("q-food", "b"), ("q-food", "a"), ("q-come", "y"), ("q-age", "12,50"), ("q-say", "=1+1\n“Sveiki”"), ("q-agree", "true")));
        await AnswerAsync(site, form, Sent.Form());
        await DefineAsync(site, new([new Question("new", QuestionType.Text, "Jauns?"), .. Definition.Questions.Skip(1).Select(q => q.Code == "come" ? q with { Label = "Vai tiksimies?", Choices = [new("y", "Jā!")] } : q)]));
        await AnswerAsync(site, form, Sent.Form(("q-new", "jā"), ("q-come", "y")), version: 2);
        var rows = await SheetAsync(site, form, format);
        Assert.Equal(["Kad atbildēts", "Jauns?", "Vai tiksimies?", "Vecums", "Ko sakāt?", "Piekrītu", "CV", "Ko ēdat?"], rows[0]);
        Assert.Equal(["", "Jā!", "12,5", "=1+1\n“Sveiki”", "Jā", "mans.txt", "Augļus; Biezpienu"], rows[1][1..].Select(cell => cell.TrimStart('\'')));
        Assert.Equal(["", "", "", "", "", "", ""], rows[2][1..]);
        Assert.Equal("jā", rows[3][1]);
    }

    [Fact]
    public async Task Figures_FewerThanFive_AreNotTold()
    {
        using var language = Languages.Use(Languages.Latvian);
        await using var site = await TestSite.StartAsync();
        var form = await DefineAsync(site);
        for (var i = 0; i < 4; i++)
        {
            await AnswerAsync(site, form, Sent.Form(("q-come", "y"), ("q-age", "10")));
        }

        var few = await site.InScopeAsync(s => FormFigures.ReadAsync(s.GetRequiredService<TalkaDb>(), form, CancellationToken.None));
        Assert.Null(few.Responses);
        Assert.Empty(few.Questions);
    }

    [Fact]
    public async Task Figures_OfEnough_CountChoicesAndHideSmallGroups()
    {
        using var language = Languages.Use(Languages.Latvian);
        await using var site = await TestSite.StartAsync();
        var form = await DefineAsync(site);
        for (var i = 0; i < 12; i++)
        {
            (string, string)[] extra = i < 3 ? [("q-say", "Paldies"), ("q-come", "n")] : [("q-come", "y")];
            await AnswerAsync(site, form, Sent.Form([("q-food", "a"), ("q-age", i < 6 ? "1" : "2"), .. i < 5 ? new[] { ("q-food", "b") } : [], .. extra]));
        }

        var figures = (await site.InScopeAsync(s => FormFigures.ReadAsync(s.GetRequiredService<TalkaDb>(), form, CancellationToken.None))).Questions.ToDictionary(of => of.Question.Code);
        Assert.Equal([("Augļus", 12), ("Biezpienu", 5)], figures["food"].Choices);
        Assert.Equal([("Jā", null), ("Nē", null)], figures["come"].Choices);
        Assert.Equal(1.5m, figures["age"].Mean);
        Assert.Null(figures["say"].Answers);
        Assert.Equal([("Jā", 0), ("Nav atzīmēts", 12)], figures["agree"].Choices);
    }

    [Fact]
    public async Task Erase_AnswersWhoseDayHasCome_GoWithTheirFilesAndOthersStay()
    {
        var clock = MovableClock.At(new DateTimeOffset(2027, 4, 30, 12, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var form = await DefineAsync(site);
        var response = await AnswerAsync(site, form, Sent.Upload("q-cv", "mans.txt", "Es", ("q-say", "Sveiki"), ("q-age", "5")));
        var hash = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FormAnswers().Where(a => a.FileName != null).Select(a => a.Value).SingleAsync());
        var files = site.Services.GetRequiredService<FileStore>();
        Assert.True(files.Exists(hash));

        Assert.Equal(0, await EraseAsync());
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await EraseAsync());
        Assert.False(files.Exists(hash));
        clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await EraseAsync());
        Assert.Equal(["age"], await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FormAnswers().Select(a => a.Question).ToListAsync()));
        await site.InScopeAsync(s => s.GetRequiredService<EraseAnswers>().ResponsesAsync([response], CancellationToken.None));
        Assert.False(await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FormResponses().AnyAsync()));

        Task<long> EraseAsync() => site.InScopeAsync(s => s.GetRequiredService<EraseAnswers>().DueAsync(CancellationToken.None));
    }
}
