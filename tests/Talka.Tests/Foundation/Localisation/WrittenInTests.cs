using Talka.Foundation.Localisation;

namespace Talka.Tests.Foundation.Localisation;

public sealed class WrittenInTests
{
    [Theory]
    [InlineData("Pilsoniskās sadarbības veicināšana", "lv")]
    [InlineData("Atbalsts un konsultācijas", "lv")]
    [InlineData("Apmaiņa ar pieredzi", "lv")]
    [InlineData("Support for civil society", "en")]
    [InlineData("Seminar in Rīga", null)]
    [InlineData("Forums", null)]
    [InlineData("12/2022", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Of_Text_IsToldByLettersAndSmallWords(string? text, string? language) => Assert.Equal(language, WrittenIn.Of(text));

    [Fact]
    public void Foreign_TextInTheReadersLanguage_IsNotMarked()
    {
        using var latvian = Languages.Use(Languages.Latvian);
        Assert.Null(WrittenIn.Foreign("Pilsoniskās sadarbības veicināšana"));
        Assert.Equal("en", WrittenIn.Foreign("Support for civil society"));
    }
}
