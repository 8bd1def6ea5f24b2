using Talka.Tests.Support;

namespace Talka.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Site_Started_Answers()
    {
        await using var site = await TestSite.StartAsync();
        using var response = await site.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 500);
    }
}
