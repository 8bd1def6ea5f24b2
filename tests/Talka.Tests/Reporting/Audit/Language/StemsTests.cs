using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class StemsTests
{
    // “ā” and “Ā” share their place with “@”, “š” and “Š” with the blank: only the comparison tells them apart.
    private static readonly Stems Seasons = ["rud", "ziem", "pavasar", "vasar", "ābol", "šķir", "autumn"];

    [Theory]
    [InlineData("rudens", true)]
    [InlineData("Rudenī", true)]
    [InlineData("VASARA", true)]
    [InlineData("Āboli", true)]
    [InlineData("ābols", true)]
    [InlineData("ŠĶIRNES", true)]
    [InlineData("rud", true)]
    [InlineData("ru", false)]
    [InlineData("aboli", false)]
    [InlineData("vesar", false)]
    [InlineData("zima", false)]
    public void Token_Word_BeginsWithStemWhateverItsCase(string word, bool begins) => Assert.Equal(begins, Token(word).StartsWith(Seasons));

    [Theory]
    [InlineData("Č", "č")]
    [InlineData("Ķekava", "ķekava")]
    [InlineData("ļaudis", "ĻAUDIS")]
    [InlineData("gads", "GADS")]
    public void Token_Word_IsTheSameInCapitals(string word, string other) => Assert.True(Token(word).Is(other) && Token(word).StartsWith(other[..1]));

    [Theory]
    [InlineData("gads", "cads")]
    [InlineData("āre", "are")]
    [InlineData("gads", "gadsk")]
    public void Token_AnotherWord_IsNotTheSame(string word, string other) => Assert.False(Token(word).Is(other) || Token(word).StartsWith(other));

    [Fact]
    public void Tokens_OfWordsReadBefore_AreTheSameStrings()
    {
        const string text = "Seminārs Rīgā, seminārs Rīgā.";
        var words = new HashSet<string>();

        var tokens = Tokenizer.Read(text, new Span(0, text.Length), words);

        Assert.Same(tokens[1].Text, tokens[4].Text);
        Assert.Equal(["Seminārs", "Rīgā", ",", "seminārs", "."], words);
    }

    private static Token Token(string word) => Tokenizer.Read(word, new Span(0, word.Length))[0];
}
