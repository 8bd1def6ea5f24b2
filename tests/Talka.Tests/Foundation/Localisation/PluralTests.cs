using CsCheck;
using Talka.Foundation.Localisation;

namespace Talka.Tests.Foundation.Localisation;

public sealed class PluralTests
{
    [Theory]
    [InlineData(0, "dalībnieku")]
    [InlineData(1, "dalībnieks")]
    [InlineData(5, "dalībnieki")]
    [InlineData(10, "dalībnieku")]
    [InlineData(11, "dalībnieku")]
    [InlineData(19, "dalībnieku")]
    [InlineData(20, "dalībnieku")]
    [InlineData(21, "dalībnieks")]
    [InlineData(22, "dalībnieki")]
    [InlineData(30, "dalībnieku")]
    [InlineData(111, "dalībnieku")]
    [InlineData(121, "dalībnieks")]
    [InlineData(5000, "dalībnieku")]
    public void Latvian_Examples_Agree(long number, string noun) =>
        Assert.Equal(noun, Plural.Latvian(number, "dalībnieku", "dalībnieks", "dalībnieki"));

    // The rule in the words of CLDR, for whole numbers: zero: n % 10 = 0 or n % 100 = 11..19; one: n % 10 = 1 and n % 100 != 11
    [Fact]
    public void Latvian_AnyNumber_FollowsCldr() => Gen.Long[0, long.MaxValue].Sample(number =>
    {
        var expected = number % 10 == 0 || number % 100 is >= 11 and <= 19 ? "zero" : number % 10 == 1 && number % 100 != 11 ? "one" : "other";
        return Plural.Latvian(number, "zero", "one", "other") == expected;
    });

    [Fact]
    public void English_AnyNumber_IsOneOrOther() =>
        Gen.Long[0, long.MaxValue].Sample(number => Plural.English(number, "one", "other") == (number == 1 ? "one" : "other"));
}
