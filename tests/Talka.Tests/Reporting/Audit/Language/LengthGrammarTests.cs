using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class LengthGrammarTests
{
    [Theory]
    [InlineData("uz trim gadiem", 36)]
    [InlineData("36 mēneši", 36)]
    [InlineData("trīsdesmit mēneši", 30)]
    [InlineData("trīsdesmit seši mēneši", 36)]
    [InlineData("divdesmit četrus mēnešus", 24)]
    [InlineData("a term of thirty months", 30)]
    [InlineData("forty-eight months", 48)]
    [InlineData("a 36-month contract", 36)]
    [InlineData("two years", 24)]
    [InlineData("trīs gadi un desmit mēneši", 46)]
    [InlineData("one year and six months", 18)]
    [InlineData("2 gadi, 3 mēneši", 27)]
    [InlineData("astoņi mēneši un divi pilni gadi", 32)]
    [InlineData("four months and one year", 16)]
    [InlineData("two full years", 24)]
    [InlineData("a two-year mandate", 24)]
    [InlineData("an eighteen-month agreement", 18)]
    [InlineData("14 mēneši un divi gadi", 14)]
    public void Length_InWordsOrDigits_IsRead(string text, int months) => Assert.Equal(months, LengthGrammar.Find(Tokenizer.Read(text, new Span(0, text.Length)))?.Months);

    [Theory]
    [InlineData("2023. gads")]
    [InlineData("gads un trīs mēneši")]
    [InlineData("1,5 gadi")]
    [InlineData("trīsdesmit dalībnieki")]
    [InlineData("forty-eight people")]
    [InlineData("a three-year-old child")]
    [InlineData("1 Year 1")]
    public void OtherNumbers_AreNoLengths(string text) => Assert.Null(LengthGrammar.Find(Tokenizer.Read(text, new Span(0, text.Length))));
}
