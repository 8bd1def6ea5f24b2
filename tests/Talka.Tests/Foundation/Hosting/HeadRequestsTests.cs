using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Hosting;

public sealed class HeadRequestsTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/log/checkpoint", HttpStatusCode.OK)]
    [InlineData("/talka.svg", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Head_IsAnsweredAsGet_WithoutABody(string path, HttpStatusCode expected)
    {
        using var client = _site.NewClient();
        using var got = await client.GetAsync(path);
        for (var again = 0; again < 2; again++) // the connection stays in step
        {
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((expected, expected), (got.StatusCode, head.StatusCode));
            Assert.Equal(got.Content.Headers.ContentType?.MediaType, head.Content.Headers.ContentType?.MediaType);
            Assert.Equal(got.Headers.Contains("Content-Security-Policy"), head.Headers.Contains("Content-Security-Policy"));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        Assert.NotEmpty(await client.GetByteArrayAsync("/"));
    }

    [Fact]
    public async Task HeadFirst_DoesNotLeaveAnEmptyPageInTheCache()
    {
        using var client = _site.NewClient();
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        Assert.Contains("<h1", await client.GetStringAsync("/"), StringComparison.Ordinal);
    }
}
