using Talka.Organisations;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("Biedrība “Ķekavas Ūdensroze”", "kekavas udensroze")]
    [InlineData("KEKAVAS UDENSROZE, biedr.", "kekavas udensroze")]
    [InlineData("\"Ķekavas  Ūdensroze\"", "kekavas udensroze")]
    [InlineData("SIA Piemērs", "piemers")]
    [InlineData("Sabiedrība ar ierobežotu atbildību “Piemērs”", "piemers")]
    [InlineData("Biedrība", "biedriba")]
    [InlineData("Общество «Родник»", "общество родник")]
    [InlineData("…", "")]
    public void Of_Name_IsItsWordsWithoutFormAndMarks(string name, string key) => Assert.Equal(key, NameKeys.Of(name));

    [Fact]
    public void Of_NaughtyStrings_GivesAKeyThatIsItsOwnKey()
    {
        foreach (var text in NaughtyStrings.All)
        {
            var key = NameKeys.Of(text);
            Assert.True(key.Length <= Organisation.NameLength);
            Assert.Equal(key, NameKeys.Of(key));
        }
    }
}
