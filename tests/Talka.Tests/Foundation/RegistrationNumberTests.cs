using CsCheck;
using Talka.Foundation;

namespace Talka.Tests.Foundation;

public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData("40008087708")]
    [InlineData("90000028508")]
    public void IsValid_RealNumber_IsTrue(string number) => Assert.True(RegistrationNumber.IsValid(number));

    [Theory]
    [InlineData("")]
    [InlineData("4000808770")]
    [InlineData("400080877080")]
    [InlineData("40008087709")]
    [InlineData("4000808770a")]
    [InlineData("４０００８０８７７０８")]
    public void IsValid_AnythingElse_IsFalse(string number) => Assert.False(RegistrationNumber.IsValid(number));

    [Fact]
    public void IsValid_OneDigitMistyped_IsFalse() =>
        Gen.Select(Gen.Int[0, 10], Gen.Char['0', '9']).Sample((place, digit) =>
        {
            var typed = "40008087708".ToCharArray();
            var right = typed[place] == digit;
            typed[place] = digit;
            return RegistrationNumber.IsValid(new string(typed)) == right;
        });

    [Theory]
    [InlineData(" 4000 8087-708 ", "40008087708")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Clean_AsTyped_LeavesDigits(string? typed, string? expected) => Assert.Equal(expected, RegistrationNumber.Clean(typed));
}
