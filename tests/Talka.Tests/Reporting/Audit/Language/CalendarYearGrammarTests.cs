using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class CalendarYearGrammarTests
{
    [Theory]
    [InlineData("2022", 2022, 2022)]
    [InlineData("2022.", 2022, 2022)]
    [InlineData("2022. gads", 2022, 2022)]
    [InlineData("2022./2023.", 2022, 2023)]
    [InlineData("2022/23", 2022, 2023)]
    [InlineData("2022./2023. gads", 2022, 2023)]
    public void CellOfAYear_IsRead(string text, int from, int to) => Assert.Equal((from, to), CalendarYearGrammar.Whole(Tokenizer.Read(text, new Span(0, text.Length))));

    [Theory]
    [InlineData("2022 dalībnieki")]
    [InlineData("2022–2024")]
    [InlineData("22 022,00")]
    [InlineData("1850")]
    public void OtherCells_AreNone(string text) => Assert.Null(CalendarYearGrammar.Whole(Tokenizer.Read(text, new Span(0, text.Length))));
}
