using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

public sealed class AnonymousFormTests
{
    [Fact]
    public async Task Forms_ThatAnybodyMaySend_HaveALimit()
    {
        var pages = typeof(TalkaApp).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)) && type.IsDefined(typeof(AllowAnonymousAttribute)))
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(property => property.IsDefined(typeof(SupplyParameterFromFormAttribute))))
            .ToList();
        Assert.True(pages.Count >= 4);
        Assert.Empty(pages.Where(page => !page.IsDefined(typeof(EnableRateLimitingAttribute))).Select(page => page.Name));

        await using var site = await TestSite.StartAsync();
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"])
            .ToList();
        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null).Select(endpoint => endpoint.RoutePattern.RawText));
    }
}
