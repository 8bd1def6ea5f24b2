using CsCheck;
using Talka.Foundation;
using Talka.Foundation.Localisation;

namespace Talka.Tests.Foundation.Localisation;

public sealed class ParseTests
{
    [Theory]
    [InlineData("2022-07-15")]
    [InlineData("15.07.2022.")]
    [InlineData("15.07.2022")]
    [InlineData(" 15.7.2022 ")]
    [InlineData("15/07/2022")]
    [InlineData("2022. gada 15. jūlijs")]
    [InlineData("2022.\u00A0gada 15.\u00A0jūlijā")]
    [InlineData("2022-07-15T00:00:00")]
    public void Date_WaysToWriteADay_AreRead(string text) => Assert.Equal(new DateOnly(2022, 7, 15), Parse.Date(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("31.02.2022")]
    [InlineData("2022. gada 31. februāris")]
    [InlineData("2022. gada 15. jūlij")]
    [InlineData("07/15/2022")]
    [InlineData("15.07.22")]
    [InlineData("2022-07-15T13:45:00")]
    [InlineData("0000-00-00")]
    [InlineData("0000. gada 1. maijs")]
    public void Date_WhatIsNoDay_IsRefused(string? text) => Assert.Null(Parse.Date(text));

    [Theory]
    [InlineData("1 177,33", 117733)]
    [InlineData("1\u00A0177,33 euro", 117733)]
    [InlineData("1177.33", 117733)]
    [InlineData("1,177.33", 117733)]
    [InlineData("1.177,33", 117733)]
    [InlineData("€ 1177,3", 117730)]
    [InlineData("1177", 117700)]
    [InlineData("1,177,330", 117733000)]
    [InlineData("-0,05 EUR", -5)]
    [InlineData("\u22125", -500)]
    public void Money_WaysToWriteAnAmount_AreRead(string text, long cents) => Assert.Equal(new Money(cents), Parse.Money(text));

    [Theory]
    [InlineData("")]
    [InlineData("1,177")]
    [InlineData("1.177")]
    [InlineData("1177,333")]
    [InlineData("11 77,33")]
    [InlineData("1,177,33")]
    [InlineData("1.177.33,00")]
    [InlineData("1 177.330,00")]
    [InlineData("abc")]
    [InlineData("--5")]
    [InlineData("9999999999999999999")]
    [InlineData("1e5")]
    [InlineData("=1+1")]
    public void Money_WhatIsNoClearAmount_IsRefused(string text) => Assert.Null(Parse.Money(text));

    [Theory]
    [InlineData("5000", 5000L)]
    [InlineData("5 000", 5000L)]
    [InlineData("0", 0L)]
    [InlineData("-1", null)]
    [InlineData("1,5", null)]
    [InlineData("5 00", null)]
    [InlineData("999999999999999999999", null)]
    public void Count_Texts_AreReadOrRefused(string text, long? count) => Assert.Equal(count, Parse.Count(text));

    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    public void Parse_WhatFormatPrints_GivesItBack(string language)
    {
        using var scope = Languages.Use(language);
        Gen.Long[-100_000_000_000_000, 100_000_000_000_000].Sample(cents =>
        {
            Assert.Equal(new Money(cents), Parse.Money(Format.Euro(new Money(cents))));
            Assert.Equal(new Money(cents), Parse.Money(new Money(cents).ToInvariant()));
        });
        Gen.Int[0, 3_652_058].Select(DateOnly.FromDayNumber).Where(day => day.Year >= 1000).Sample(day =>
        {
            Assert.Equal(day, Parse.Date(Format.Date(day)));
            if (language == Languages.Latvian)
            {
                Assert.Equal(day, Parse.Date(Format.LongDate(day)));
                Assert.Equal(day, Parse.Date(Format.LongDateOn(day)));
            }
        });
    }

    [Fact]
    public void Parse_AnyText_NeverThrows() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789., -\u2212€euroEUR\u00A0"], 0, 30]).Sample(text =>
    {
        _ = (Parse.Date(text), Parse.Money(text), Parse.Count(text));
    });
}
