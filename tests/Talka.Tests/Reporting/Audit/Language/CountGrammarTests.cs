using CsCheck;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class CountGrammarTests
{
    [Theory]
    [InlineData("15 dalībnieki", 15, "participants")]
    [InlineData("70 dalībnieku", 70, "participants")]
    [InlineData("5 000 dalībnieku", 5000, "participants")]
    [InlineData("151 dalībnieks", 151, "participants")]
    [InlineData("67 ziņu lapās \"Nesēdi tumsā\"", 67, "newsletters")]
    [InlineData("16 ziņas;", 16, "news")]
    [InlineData("6 tiešsaistes semināri", 6, "seminars")]
    [InlineData("69 bezmaksas konsultācijas", 69, "consultations")]
    [InlineData("6 mazākumtautību organizāciju materiāltehniskās bāzes", 6, "organisations")]
    [InlineData("2 mazākumtautību kultūras pasākumu organizēšana", 2, "events")]
    [InlineData("4 NVO pārstāvji", 4, "representatives")]
    [InlineData("trīs diskusijas", 3, "discussions")]
    [InlineData("divpadsmit semināros", 12, "seminars")]
    [InlineData("piecām sanāksmēm", 5, "meetings")]
    [InlineData("12 jauniešu", 12, "young-people")]
    [InlineData("three discussions", 3, "discussions")]
    [InlineData("12 news items", 12, "news")]
    [InlineData("48 newsletters", 48, "newsletters")]
    [InlineData("2 activities", 2, "activities")]
    [InlineData("25 vimpeļi", 25, null)]
    [InlineData("7 pennants", 7, null)]
    public void Read_Count_HasItsNoun(string text, long value, string? noun)
    {
        var count = CountGrammar.Read(Tokens(text), 0);

        Assert.NotNull(count);
        Assert.Equal((value, noun), (count.Value, count.Noun?.Code));
    }

    [Theory]
    [InlineData("3. seminārs")]
    [InlineData("10–15 dalībnieki")]
    [InlineData("10 līdz 15 dalībnieki")]
    [InlineData("31% dalībnieku")]
    [InlineData("15 euro dalībniekiem")]
    [InlineData("36 mēneši")]
    [InlineData("2,5 dalībnieki")]
    [InlineData("10:00 semināri")]
    [InlineData("2023 pasākumā")]
    [InlineData("13 (piedalījās")]
    public void Read_OtherNumber_IsNoCount(string text)
    {
        var tokens = Tokens(text);

        Assert.True(CountGrammar.Read(tokens, 0) is null or { Certain: false } or { Noun: not null, Value: 2023 });
    }

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.OneOf("12", " ", "dalībnieki", "kopā ", "–", ".", "Facebook", "trīs", "ziņu lapas", "(", ")", ":", ";", "un ", "no tiem "))
            .Array[0, 14].Select(string.Concat)
            .Sample(text =>
            {
                var tokens = Tokens(text);
                for (var at = 0; at < tokens.Count; at++)
                {
                    Assert.True(CountGrammar.Read(tokens, at) is not { } count || (count.First == at && count.End > at && count.End <= tokens.Count));
                }
            });

    private static IReadOnlyList<Token> Tokens(string text) => Tokenizer.Read(text, new Span(0, text.Length));
}
