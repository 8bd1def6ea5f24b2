using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Output caching of pages that everybody may see: <c>@attribute [OutputCache(PolicyName = PublicCache.Policy)]</c>.
/// A page is kept per address and language, and only for people who are not signed in.
/// </summary>
/// <remarks>
/// Every commit on the database raises <see cref="Version"/>, which is part of each page's key: a page that was rendered before a write
/// is never shown after it, not even one whose rendering began before the commit and ended after it. Other processes' writes
/// (another node, a command-line verb) show after <see cref="Lifetime"/> at the latest.
/// </remarks>
public sealed class PublicCache : IOutputCachePolicy
{
    public const string Policy = "Public";

    private long _version;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(20);

    public long Version => Volatile.Read(ref _version);

    /// <summary>Everything kept so far is out of date.</summary>
    public void Outdate() => Interlocked.Increment(ref _version);

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && http.User.Identity?.IsAuthenticated != true
            && StringValues.IsNullOrEmpty(http.Request.Headers.Authorization);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        var keys = context.CacheVaryByRules;
        keys.QueryKeys = "*";
        keys.VaryByValues["version"] = Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        keys.VaryByValues["language"] = Languages.Current;
        keys.VaryByValues["encoding"] = Encoding(http.Request.Headers.AcceptEncoding);
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    // Kept compressed, once for each way of compressing that browsers ask for.
    private static string Encoding(StringValues accepted)
    {
        var text = accepted.ToString();
        return text.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : text.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
