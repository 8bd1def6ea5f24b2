using CsCheck;
using Talka.Foundation;
using Talka.Foundation.Localisation;

namespace Talka.Tests.Foundation.Localisation;

public sealed class FormatTests
{
    private const string Gap = "\u00A0";

    [Fact]
    public void Latvian_Formats_AreAsLatviansWrite()
    {
        using var language = Languages.Use(Languages.Latvian);
        var day = new DateOnly(2022, 7, 15);
        Assert.Equal($"53{Gap}994,00{Gap}euro", Format.Euro(new Money(5399400)));
        Assert.Equal($"2022.{Gap}gada 15.{Gap}jūlijs", Format.LongDate(day));
        Assert.Equal($"2022.{Gap}gada 15.{Gap}jūlijā", Format.LongDateOn(day));
        Assert.Equal("15.07.2022.", Format.Date(day));
        Assert.Equal("15.07.2022. 14:05", Format.Instant(new DateTime(2022, 7, 15, 11, 5, 0, DateTimeKind.Utc)));
        Assert.Equal("15.01.2022. 13:05", Format.Instant(new DateTime(2022, 1, 15, 11, 5, 0, DateTimeKind.Utc)));
        Assert.Equal($"\u22121{Gap}177,33", Format.Amount(new Money(-117733)));
        Assert.Equal("2022. gada 30. septembrī", Format.LongDateOn(new DateOnly(2022, 9, 30)).Replace(Gap, " ", StringComparison.Ordinal));
        Assert.Equal("2022. gada 1. martā", Format.LongDateOn(new DateOnly(2022, 3, 1)).Replace(Gap, " ", StringComparison.Ordinal));
    }

    [Fact]
    public void English_Formats_AreAsEnglishReadersExpect()
    {
        using var language = Languages.Use(Languages.English);
        Assert.Equal($"53,994.00{Gap}euro", Format.Euro(new Money(5399400)));
        Assert.Equal("15 July 2022", Format.LongDate(new DateOnly(2022, 7, 15)));
        Assert.Equal("15/07/2022", Format.Date(new DateOnly(2022, 7, 15)));
    }

    [Theory]
    [InlineData("1 177,33", 117733)]
    [InlineData("1\u00A0177,33", 117733)]
    [InlineData("1177.33", 117733)]
    [InlineData("1.177,33", 117733)]
    [InlineData("1,177.33", 117733)]
    [InlineData("€ 50", 5000)]
    [InlineData("50 euro", 5000)]
    [InlineData("50 EUR", 5000)]
    [InlineData("-94,00", -9400)]
    [InlineData("\u221294", -9400)]
    [InlineData("0,5", 50)]
    [InlineData("12.345.678,90", 1234567890)]
    public void Money_AsPeopleType_IsUnderstood(string text, long cents) => Assert.Equal(new Money(cents), Parse.Money(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("1,234")]
    [InlineData("1,2,3")]
    [InlineData("12.34.56")]
    [InlineData("1.17,33")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData(",")]
    public void Money_Doubtful_IsNotGuessed(string? text) => Assert.Null(Parse.Money(text));

    [Fact]
    public void Money_WhatFormatWrites_ComesBack() => Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Bool.Select(english => english ? Languages.English : Languages.Latvian))
        .Sample((cents, language) =>
        {
            using var scope = Languages.Use(language);
            return Parse.Money(Format.Euro(new Money(cents))) == new Money(cents) && Parse.Money(Format.Amount(new Money(cents))) == new Money(cents);
        });

    [Fact]
    public void Date_WhatFormatWrites_ComesBack() => Gen.Select(Gen.Int[0, 3_000_000], Gen.Bool.Select(english => english ? Languages.English : Languages.Latvian))
        .Sample((number, language) =>
        {
            using var scope = Languages.Use(language);
            var day = DateOnly.FromDayNumber(number);
            return Parse.Date(Format.Date(day)) == day;
        });

    [Theory]
    [InlineData("2022-02-30")]
    [InlineData("31.04.2022")]
    [InlineData("2022")]
    [InlineData("rīt")]
    [InlineData(null)]
    public void Date_NoSuchDay_IsNull(string? text) => Assert.Null(Parse.Date(text));

    [Theory]
    [InlineData("1 200", 1200L)]
    [InlineData("-3", null)]
    [InlineData("1,5", null)]
    [InlineData("", null)]
    [InlineData("9223372036854775808", null)]
    public void Count_Texts_AreReadOrNull(string text, long? number) => Assert.Equal(number, Parse.Count(text));
}
