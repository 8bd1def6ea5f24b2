using System.Text;
using Talka.Accounts.Security.Factors;

namespace Talka.Tests.Accounts.Security;

public sealed class TotpTests
{
    // RFC 6238, appendix B; its codes have eight digits, ours are their last six
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeAt_TimesOfTheStandard_IsAsItSays(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void StepOf_CodeOfANeighbouringStep_IsAcceptedOneStepAround(int off, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepOf(Secret, Totp.CodeAt(Secret, Totp.StepAt(now) + off), now, lastStep: 0);
        Assert.Equal(accepted ? Totp.StepAt(now) + off : null, step);
    }

    [Fact]
    public void StepOf_StepThatWasUsed_IsRefusedAndSoIsAnEarlierOne()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.StepOf(Secret, Totp.CodeAt(Secret, step), now, lastStep: step));
        Assert.Null(Totp.StepOf(Secret, Totp.CodeAt(Secret, step - 1), now, lastStep: step));
        Assert.Equal(step + 1, Totp.StepOf(Secret, Totp.CodeAt(Secret, step + 1), now, lastStep: step));
    }

    [Theory]
    [InlineData("005 924", true)]
    [InlineData(" 005924\t", true)]
    [InlineData("5924", false)]
    [InlineData("", false)]
    [InlineData("٠٠٥٩٢٤", false)]
    [InlineData("0059240", false)]
    public void StepOf_CodeAsPeopleTypeIt_IsRead(string code, bool accepted) =>
        Assert.Equal(accepted, Totp.StepOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1234567890), 0) is not null);

    // RFC 4648, section 10, and the secret above
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW 6")]
    [InlineData("foob", "MZXW 6YQ")]
    [InlineData("fooba", "MZXW 6YTB")]
    [InlineData("foobar", "MZXW 6YTB OI")]
    [InlineData("12345678901234567890", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")]
    public void Readable_BytesOfTheStandard_AreBase32(string secret, string text) => Assert.Equal(text, Totp.Readable(Encoding.ASCII.GetBytes(secret)));

    [Fact]
    public void Address_OfAnAccount_NamesSiteAndAccount() => Assert.Equal(
        "otpauth://totp/talka.example.org:anna%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=talka.example.org",
        Totp.Address("talka.example.org", "anna@example.org", Secret));
}
