namespace Talka.BrowserTests.Support;

/// <summary>Tests on one site in one browser: each closes its tabs and fails if the browser complained.</summary>
public abstract class BrowserTest<TSite>(TSite site) : IClassFixture<TSite>, IAsyncDisposable
    where TSite : BrowserSite
{
    protected TSite Site => site;

    public async ValueTask DisposeAsync()
    {
        var complaints = await site.CloseTabsAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints)); // in full
        GC.SuppressFinalize(this);
    }
}
