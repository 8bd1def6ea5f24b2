using System.Threading.RateLimiting;
using Talka.Foundation.Hosting;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// How many links that are none one address may try in a minute. Links that are right are not counted: at the door hundreds open their tickets
/// from the one address of the house.
/// </summary>
public sealed class GuessLimit : IDisposable
{
    private const int PerMinute = 20;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>The status that answers a link which is none: not found, or too many.</summary>
    public int StatusOf(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        if (lease.IsAcquired)
        {
            return StatusCodes.Status404NotFound;
        }

        context.LogRefused(Refusals.TooMany);
        return StatusCodes.Status429TooManyRequests;
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>What goes with every answer under a private link.</summary>
internal static class PrivateAnswer
{
    /// <summary>Neither kept nor found nor told to the sites that it links to.</summary>
    public static void SetPrivate(this HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
