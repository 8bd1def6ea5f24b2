using Microsoft.Extensions.DependencyInjection;
using Talka.Demo;

namespace Talka.BrowserTests.Support;

/// <summary>A site with the sample mandate.</summary>
public class DemoSite : BrowserSite
{
    public const string Slug = "lpa-2022-2025";
    public const string Work = $"/work/mandates/{Slug}";
    public const string Public = $"/mandates/{Slug}";

    protected override Task PrepareAsync() => Site.InScopeAsync(async services =>
    {
        var loaded = await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None);
        Assert.True(loaded.Succeeded, string.Join('\n', loaded.Errors.Select(error => error.Message)));
    });
}
