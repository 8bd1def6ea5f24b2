using CsCheck;
using Talka.Foundation.Localisation;
using Talka.Reporting.Figures;

namespace Talka.Tests.Reporting.Figures;

public sealed class FigureQueryTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOf("seminar", "X/Twitter", "Nesēdi tumsā", "a|b", "„Balva” \"2023\"", "}}", "\\", "mode:online", "ņ"),
        Gen.String[Gen.Char[' ', 'ž'], 1, 12].Where(text => text.Trim() == text));

    [Fact]
    public void Query_AnyFilters_RoundTripsThroughItsText() =>
        Gen.Select(
            Gen.Enum<FigureMeasure>().Where(measure => !measure.IsBudget()), Gen.OneOf(FigureKey.Channel, FigureKey.Series, FigureKey.Title, FigureKey.Target),
            Words.Array[1, 4], Gen.Int[1, 99], Gen.Bool)
        .Sample((measure, key, values, year, withYear) =>
        {
            var query = FigureQuery.Of(measure).With(key, values);
            query = withYear ? query.InYear(year) : query;
            var parsed = FigureQuery.Parse(query.ToString());
            return parsed.Succeeded && parsed.Value.Equals(query) && parsed.Value.ToString() == query.ToString()
                && parsed.Value[key].SequenceEqual(query[key]);
        });

    [Fact]
    public void Parse_AnyText_NeverThrows() => Gen.String.Sample(text => FigureQuery.Parse(text).Errors.All(error => error.Message.Length > 0));

    [Theory]
    [InlineData("participants kind:seminar", "participants kind:seminar")]
    [InlineData("  Participants   YEAR:2 mode:Online kind:Seminar ", "participants kind:seminar year:2 mode:online")]
    [InlineData("quantity kind:post|newsletter channel:facebook", "quantity kind:newsletter|post channel:facebook")]
    [InlineData("count series:\"Semināru cikls\"", "count series:\"Semināru cikls\"")]
    [InlineData("count series:“Semināru cikls”", "count series:\"Semināru cikls\"")]
    [InlineData("carried-in year:3 stream:civic", "carried-in stream:civic year:3")]
    [InlineData("quantity year:all", "quantity year:all")]
    public void Parse_Understood_GivesCanonicalText(string written, string canonical) =>
        Assert.Equal(canonical, FigureQuery.Parse(written).Value.ToString());

    [Theory]
    [InlineData("", "figure-empty", null)]
    [InlineData("partcipants kind:seminar", "figure-measure-unknown", "participants")]
    [InlineData("dalībnieki kind:seminar", "figure-measure-unknown", "participants")]
    [InlineData("count knd:seminar", "figure-key-unknown", "kind")]
    [InlineData("count kind seminar", "figure-filter-wrong", "kind:…")]
    [InlineData("count kind:seminar kind:post", "figure-key-twice", "kind:a|b")]
    [InlineData("count mode:onlin", "figure-value-wrong", "online")]
    [InlineData("count year:II", "figure-value-wrong", "year:2")]
    [InlineData("count from:2023-02-30", "figure-value-wrong", "2024-03-31")]
    [InlineData("count from:2024-01-02 to:2024-01-01", "figure-period-reversed", null)]
    [InlineData("count kind:", "figure-value-missing", "kind")]
    [InlineData("count title:\"bez gala", "figure-value-missing", "title")]
    [InlineData("count year:1|2", "figure-one-value", "year")]
    [InlineData("spent kind:expense", "figure-key-not-for-budget", "kind")]
    public void Parse_NotUnderstood_SaysWhatWasMeant(string written, string code, string? meant)
    {
        using var language = Languages.Use("lv");
        var error = Assert.Single(FigureQuery.Parse(written).Errors);
        Assert.Equal(code, error.Code);
        Assert.Contains(meant ?? "", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count kind:semminar", "figure-kind-unknown", "seminar")]
    [InlineData("spent stream:civil", "figure-stream-unknown", "civic")]
    [InlineData("count year:4", "figure-year-unknown", "4")]
    [InlineData("count kind:expense title:\"Telpu noma\"", "figure-filter-private", "")]
    public void Unknown_NamesWhatTheMandateLacks_SaysWhatWasMeant(string written, string code, string meant)
    {
        var error = FigureErrors.Unknown(FigureSamples.Query(written), FigureSamples.Terms, FigureSamples.AllKinds);
        Assert.Equal(code, error?.Code);
        Assert.Contains(meant, error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lv", "participants kind:seminar mode:online year:2", "Dalībnieku skaits; veids: seminārs; II īstenošanas gads; norise: tiešsaistē")]
    [InlineData("lv", "quantity kind:newsletter|post from:2023-01-01 to:2023-12-31", "Skaits; veids: ziņu lapa, ieraksts sociālajā tīklā; no 01.01.2023. līdz 31.12.2023.")]
    [InlineData("lv", "spent stream:civic", "Faktiski izlietotais finansējums; finansējuma virziens: Pilsoniskā sabiedrība")]
    [InlineData("en", "participants kind:seminar year:2", "Number of participants; kind: seminar; implementation year II")]
    public void Describe_AnyQuery_ReadsAsWords(string language, string written, string words)
    {
        using var scope = Languages.Use(language);
        Assert.Equal(words, FigureWords.Describe(FigureSamples.Query(written), FigureSamples.Terms, FigureSamples.AllKinds));
    }
}
