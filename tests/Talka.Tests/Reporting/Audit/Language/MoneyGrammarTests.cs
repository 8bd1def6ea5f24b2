using CsCheck;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Language;

public sealed class MoneyGrammarTests
{
    private static IReadOnlyList<WrittenMoney> Read(string text, bool bare = false) => MoneyGrammar.ReadAll(Tokenizer.Read(text, new Span(0, text.Length)), bare);

    [Theory]
    [InlineData("53 994,00 euro", 5399400)]
    [InlineData("53\u00A0994,00 euro", 5399400)]
    [InlineData("53\u202F994,00\u00A0euro", 5399400)]
    [InlineData("53\u2009994,00 euro", 5399400)]
    [InlineData("53.994,00 EUR", 5399400)]
    [InlineData("53,994.00 EUR", 5399400)]
    [InlineData("53994.00 EUR", 5399400)]
    [InlineData("53994,00euro", 5399400)]
    [InlineData("53 994 euro", 5399400)]
    [InlineData("53.994 euro", 5399400)]
    [InlineData("53,994 euro", 5399400)]
    [InlineData("€1 177,33", 117733)]
    [InlineData("€ 1,177.33", 117733)]
    [InlineData("EUR 1,177.33", 117733)]
    [InlineData("1 234 567,89 EUR", 123456789)]
    [InlineData("5 euro", 500)]
    [InlineData("0,00 euro", 0)]
    [InlineData("1 177 euro 33 centi", 117733)]
    [InlineData("1 177 euro un 33 centi", 117733)]
    [InlineData("\u22121 177,33 euro", -117733)]
    [InlineData("-1 177,33 euro", -117733)]
    [InlineData("2. gadā 53 994,00 euro", 5399400)]
    [InlineData("2023. gadā 500,00 euro", 50000)]
    [InlineData("- 30 000,00 euro pilsoniskajai sabiedrībai", 3000000)]
    public void Amount_WrittenInAnyUsualWay_IsRead(string text, long cents)
    {
        var money = Assert.Single(Read(text));
        Assert.Equal(cents, money.Amount.Cents);
        Assert.True(money is { Certain: true, Irregular: false, Named: true });
    }

    [Theory]
    [InlineData("1,2 milj. euro", 120000000)]
    [InlineData("30 tūkst. euro", 3000000)]
    [InlineData("30 tūkstoši euro", 3000000)]
    [InlineData("EUR 1.2 million", 120000000)]
    [InlineData("€30k", 3000000)]
    public void Amount_Rounded_IsReadAndUncertain(string text, long cents)
    {
        var money = Assert.Single(Read(text));
        Assert.Equal((cents, false), (money.Amount.Cents, money.Certain));
    }

    [Theory]
    [InlineData("22 39,850 euro", false)]
    [InlineData("12 39,850.00 euro", true)]
    [InlineData("kopā 39,850 euro", true)]
    public void Amount_RightBehindAnotherNumber_MayBeMore(string text, bool certain) => Assert.Equal(certain, Assert.Single(Read(text)).Certain);

    [Theory]
    [InlineData("29 542, 05 euro", 2954205)]
    [InlineData("29 542 ,05 euro", 2954205)]
    [InlineData("29 542. 05 euro", 2954205)]
    [InlineData("53.994.00 EUR", 5399400)]
    [InlineData("53,994,00 EUR", 5399400)]
    public void Amount_WrittenIrregularly_IsReadAndSaidToBe(string text, long cents)
    {
        var money = Assert.Single(Read(text));
        Assert.Equal((cents, true), (money.Amount.Cents, money.Irregular));
        Assert.Equal(new Span(0, text.Length), money.Span);
    }

    [Theory]
    [InlineData("2023. gadā")]
    [InlineData("15.07.2022.")]
    [InlineData("12,5 %")]
    [InlineData("15 dalībnieki")]
    [InlineData("tālr. 67 123 456")]
    [InlineData("Nr. 40008087708")]
    [InlineData("10:00 līdz 13:00")]
    [InlineData("Eiropas Savienība")]
    [InlineData("euro ieviešana 2014. gadā")]
    public void Number_ThatIsNotMoney_IsLeftAlone(string text)
    {
        Assert.Empty(Read(text));
        Assert.Empty(Read(text, bare: true));
    }

    [Theory]
    [InlineData("53 994,00", 5399400)]
    [InlineData("53,994.00", 5399400)]
    [InlineData("0", 0)]
    [InlineData("457.95", 45795)]
    [InlineData("plānots 30 000,00", 3000000)]
    public void Number_InABudgetCell_IsAnAmountWithoutAUnit(string text, long cents) => Assert.Equal(cents, Assert.Single(Read(text, bare: true)).Amount.Cents);

    [Theory]
    [InlineData("–", true)]
    [InlineData("-", true)]
    [InlineData("Nav", true)]
    [InlineData("Nav.", true)]
    [InlineData("None", true)]
    [InlineData("Not applicable", true)]
    [InlineData("500 euro", false)]
    public void Nothing_Said_IsKnown(string text, bool nothing) => Assert.Equal(nothing, MoneyGrammar.IsNothing(Tokenizer.Read(text, new Span(0, text.Length))));

    [Fact]
    public void Amount_PrintedByFormatInEitherLanguage_IsReadBack() => Gen.Select(Gen.Long[0, 99_999_999_99], Gen.Bool).Sample((cents, english) =>
    {
        using var _ = Languages.Use(english ? Languages.English : Languages.Latvian);
        var money = Assert.Single(Read("Atlikums " + Format.Euro(new Money(cents)) + " novirzīts."));
        Assert.Equal((cents, true), (money.Amount.Cents, money.Certain && !money.Irregular));
    });
}
