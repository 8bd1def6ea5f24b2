namespace Talka.Tests.Foundation.Hosting;

public sealed class CommandLineUsageTests
{
    [Theory]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "--no-such-option")]
    [InlineData(2, "mandate")]
    [InlineData(2, "audit")]
    [InlineData(2, "verify", "--no-such-option")]
    [InlineData(2, "--port", "many")]
    [InlineData(0, "help")]
    [InlineData(0, "help", "verify")]
    [InlineData(0, "verify", "--help")]
    public async Task WrongUse_ExitsWith2(int expected, params string[] args) => Assert.Equal(expected, await TalkaCommandLine.RunAsync(args));
}
