using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Talka.Tests.Support;

namespace Talka.Tests.Architecture;

/// <summary>Who may open what is decided page by page, never forgotten.</summary>
public sealed class EndpointRulesTests
{
    // Everything that people may open without signing in, as reviewed: an address, or the beginning of one when it ends in "/".
    private static readonly string[] Public =
    [
        "/", "/mandates", "/mandates/{slug", "/mandates/{Slug",
        "/events", "/events/",
        "/log/",
        "/audit", "/audit/",
        "/organisations", "/organisations/",
        "/door/", "/certificates/", // by links that are long and random
        "/privacy", "/accessibility", "/feedback", "/logo/",
        "/health/live", "/health/ready",
        "/sign-in", "/sign-in/code", "/sign-in/passkey/options", "/sign-in/outside", "/sign-in/outside/{provider}",
        "/forgotten-password", "/accounts/setup", "/accounts/email/confirm", "/accounts/email/stop",
        "/error", "/error/{code:int}", "/not-found", "/forbidden", "/{*path}",
    ];

    // Not ours and not needed; the fallback policy closes them
    private static readonly string[] FrameworksOwn = ["/_framework/opaque-redirect", "{**path:file}", "/{**path:file}"];

    private static readonly string[] Closed = ["/work", "/admin", "/account", "/sign-out"];

    [Fact]
    public async Task Endpoints_All_ArePublicAsReviewedOrNameAPolicy()
    {
        await using var site = await TestSite.StartAsync();
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(endpoint => !FrameworksOwn.Contains(endpoint.RoutePattern.RawText))
            .Select(endpoint => (Address: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint.Metadata))
            .ToList();
        Assert.NotEmpty(endpoints);

        var open = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.Address);
        Assert.All(open, address => Assert.True(IsPublic(address), $"{address} is public but not in the reviewed list"));

        var unnamed = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(data => data.Policy is null));
        Assert.Empty(unnamed.Select(endpoint => endpoint.Address));
    }

    [Fact]
    public async Task Policies_ThatPagesName_AllExist()
    {
        await using var site = await TestSite.StartAsync();
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var names = site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            .Select(data => data.Policy).OfType<string>()
            .Concat(TalkaApp.Features.SelectMany(feature => feature.Menu).Select(item => item.Policy).OfType<string>())
            .Distinct();
        foreach (var name in names)
        {
            Assert.NotNull(await policies.GetPolicyAsync(name));
        }
    }

    private static bool IsPublic(string address) =>
        !Closed.Any(closed => address == closed || address.StartsWith(closed + "/", StringComparison.Ordinal))
        && Public.Any(known => address == known
            || (known.Length > 1 && (known[^1] == '/' || known.Contains("{slug", StringComparison.OrdinalIgnoreCase)) && address.StartsWith(known, StringComparison.Ordinal)));
}
