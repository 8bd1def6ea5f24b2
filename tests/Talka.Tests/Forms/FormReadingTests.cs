using Talka.Forms;
using Talka.Foundation;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Microsoft.Extensions.DependencyInjection;
using Talka.Tests.Support;

namespace Talka.Tests.Forms;

public sealed class FormReadingTests
{
    private static readonly FormDefinition Diet = new(
    [
        new Question("eats", QuestionType.Choice, "Vai ēdīsiet?") { Required = true, Choices = [new("yes", "Jā"), new("no", "Nē")] },
        new Question("diet", QuestionType.Choices, "Ko neēdat?") { When = new("eats", ConditionIs.Equal, "yes"), Choices = [new("meat", "Gaļu"), new("milk", "Pienu"), new("other", "Citu")], Least = 1, Most = 2 },
        new Question("which", QuestionType.Text, "Ko citu?") { When = new("diet", ConditionIs.Chosen, "other"), Required = true, Most = 10 },
        new Question("people", QuestionType.Number, "Cik cilvēku?") { Least = -5, Most = 12.5m },
        new Question("names", QuestionType.LongText, "Vārdi") { When = new("people", ConditionIs.AtLeast, "2"), Least = 3 },
    ]);

    private static readonly FormDefinition WithFile = new([new Question("agrees", QuestionType.Consent, "Piekrītu") { Required = true }, new Question("cv", QuestionType.File, "CV") { Required = true }]);

    [Fact]
    public async Task Read_EverythingAskedAndAnswered_GivesAnswersAsTheyAreKept()
    {
        await using var site = await TestSite.StartAsync();
        var read = await site.ReadAsync(Diet, Sent.Form(
            ("q-eats", "yes"), ("q-diet", "other"), ("q-diet", "meat"), ("q-which", " zivis "), ("q-people", "2,50"), ("q-names", "Anna\r\nPēteris")));
        Assert.Equal("", read.Codes());
        Assert.Equal(["yes"], read.Value.Values["eats"]);
        Assert.Equal(["meat", "other"], read.Value.Values["diet"]);
        Assert.Equal(["zivis"], read.Value.Values["which"]);
        Assert.Equal(["2.5"], read.Value.Values["people"]);
        Assert.Equal(["Anna\nPēteris"], read.Value.Values["names"]);
    }

    [Fact]
    public async Task Read_AnswerOutOfBounds_IsToldInTheWordsOfTheForm()
    {
        await using var site = await TestSite.StartAsync();
        var form = new FormDefinition([new Question("people", QuestionType.Number, "Cik cilvēku?") { Most = 12, BoundsText = "Telpā vairāk neietilpst.", BoundsTextEn = "The room holds no more." }]);
        Assert.Equal("„Cik cilvēku?”: Telpā vairāk neietilpst.", await MessageAsync(Languages.Latvian));
        Assert.Equal("“Cik cilvēku?”: The room holds no more.", await MessageAsync(Languages.English));

        async Task<string> MessageAsync(string language)
        {
            using var chosen = Languages.Use(language);
            return Assert.Single((await site.ReadAsync(form, Sent.Form(("q-people", "13")))).Errors).Message;
        }
    }

    [Fact]
    public async Task Read_AnswersToQuestionsThatAreNotAsked_AreNotReadButStayTyped()
    {
        await using var site = await TestSite.StartAsync();
        var read = await site.ReadAsync(Diet, Sent.Form(("q-eats", "no"), ("q-diet", "other"), ("q-which", new string('x', 500)), ("q-people", "1"), ("q-names", "A")));
        Assert.Equal("", read.Codes());
        Assert.Equal(["eats", "people"], read.Value.Values.Keys.Order());
        Assert.Equal(["other"], read.Typed["diet"]);
    }

    [Theory]
    [InlineData("answer-missing", "q-eats", "")]
    [InlineData("choice-unknown", "q-eats", "maybe")]
    [InlineData("choice-unknown", "q-diet", "stones")]
    [InlineData("answer-missing", "q-which", "")]
    [InlineData("text-too-long", "q-which", "vienpadsmit")]
    [InlineData("not-a-number", "q-people", "daudz")]
    [InlineData("not-a-number", "q-people", "1e9")]
    [InlineData("number-too-small", "q-people", "-5.1")]
    [InlineData("number-too-large", "q-people", "12,51")]
    [InlineData("text-too-short", "q-names", "Al")]
    public async Task Read_WrongAnswer_SaysSoAtItsFieldAndKeepsWhatWasTyped(string code, string field, string value)
    {
        await using var site = await TestSite.StartAsync();
        var right = new Dictionary<string, string> { ["q-eats"] = "yes", ["q-diet"] = "other", ["q-which"] = "zivis", ["q-people"] = "3", ["q-names"] = "Anna" };
        right[field] = value;
        var read = await site.ReadAsync(Diet, Sent.Form(right.Select(pair => (pair.Key, pair.Value))));
        var error = Assert.Single(read.Errors, e => e.Code == code);
        Assert.Equal(field, error.Field);
        Assert.Equal(value, read.Typed[field[2..]].SingleOrDefault() ?? "");
    }

    [Fact]
    public async Task Read_TooManyChoices_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var read = await site.ReadAsync(Diet, Sent.Form(("q-eats", "yes"), ("q-diet", "meat"), ("q-diet", "milk"), ("q-diet", "other"), ("q-which", "a")));
        Assert.Equal("choices-too-many", read.Codes());
    }

    [Fact]
    public async Task Read_File_IsStoredAndKeptAsATokenWhileAnotherAnswerIsWrong()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.ReadAsync(WithFile, Sent.Upload("q-cv", "../mans cv.txt", "Mana dzīve"));
        Assert.Equal("answer-missing", first.Codes());
        var token = Assert.Single(first.Typed["cv"]);
        var second = await site.ReadAsync(WithFile, Sent.Form(("q-agrees", "true"), ("q-cv-kept", token)));
        Assert.Equal("", second.Codes());
        Assert.Equal("mans cv.txt", second.Value.Files["cv"].Name);
        Assert.True(site.Services.GetRequiredService<FileStore>().Exists(Assert.Single(second.Value.Values["cv"])));
        Assert.Equal("answer-missing", (await site.ReadAsync(WithFile, Sent.Form(("q-agrees", "true"), ("q-cv-kept", token), ("q-cv-drop", "true")))).Codes());
    }

    [Theory]
    [InlineData("nav-tokens")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task Read_ForgedFileToken_IsNoFile(string token)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("answer-missing", (await site.ReadAsync(WithFile, Sent.Form(("q-agrees", "true"), ("q-cv-kept", token)))).Codes());
    }

    [Fact]
    public async Task Read_FileOfAnotherKindThanItsNameSays_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("file-type-mismatch", (await site.ReadAsync(WithFile, Sent.Upload("q-cv", "cv.pdf", "teksts", ("q-agrees", "true")))).Codes());
    }

    [Fact]
    public async Task Read_NaughtyStrings_AreStorableOrRefused()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var text in NaughtyStrings.All)
        {
            var read = await site.ReadAsync(Diet, Sent.Form(("q-eats", text), ("q-diet", text), ("q-which", text), ("q-people", text), ("q-names", text)));
            Assert.False(read.Succeeded);
            var free = await site.ReadAsync(new FormDefinition([new Question("a", QuestionType.LongText, "A")]), Sent.Form(("q-a", text)));
            if (free.Succeeded && free.Value.Values.TryGetValue("a", out var kept))
            {
                Assert.True(PlainText.IsStorable(kept[0], lines: true));
            }
        }
    }
}
