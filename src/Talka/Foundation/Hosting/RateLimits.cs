using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Talka.Foundation.Hosting;

/// <summary>Named limits for what anybody may send: pages that invite guessing, and work that costs much.</summary>
public static class RateLimits
{
    public const string SignIn = nameof(SignIn);

    /// <summary>Coming back from an outside provider: a <c>GET</c> that signs somebody in, so it counts as a form does.</summary>
    public const string Return = nameof(Return);
    public const string Upload = nameof(Upload);
    public const string Feedback = nameof(Feedback);

    /// <summary>Signing up for events: many may come at once from one house, a program that hammers may not. <c>Talka:Events:SignUpsPerMinute</c>.</summary>
    public const string SignUp = nameof(SignUp);

    /// <summary>Files that are made when they are asked for.</summary>
    public const string Export = nameof(Export);

    /// <summary>Several doors of a large event behind one address of a venue.</summary>
    public const string Door = nameof(Door);

    private const int AttemptsPerMinute = 20;
    private const int UploadsPerMinute = 10;
    private const int MessagesPerMinute = 5;
    private const int AtDoorsPerMinute = 1_200;
    private const int SignUpsPerMinute = 60;
    private const int ExportsAtOnce = 4;
    private const int ExportsWaiting = 30;

    internal static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.LogRefused(Refusals.TooMany);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Export, context => AtOnce(context, ExportsAtOnce));
        options.AddPolicy(SignIn, context => PerMinute(context, AttemptsPerMinute));
        options.AddPolicy(Return, context => PerMinuteOfAny(context, AttemptsPerMinute));
        options.AddPolicy(Feedback, context => PerMinute(context, MessagesPerMinute));
        options.AddPolicy(Door, context => PerMinute(context, AtDoorsPerMinute));
        options.AddPolicy(SignUp, context => PerMinute(
            context, context.RequestServices.GetRequiredService<IConfiguration>().GetValue("Talka:Events:SignUpsPerMinute", SignUpsPerMinute)));
        options.AddPolicy(Upload, context => PerMinute(context, UploadsPerMinute));
    });

    /// <summary>What one address may send in a minute; reading is free.</summary>
    private static RateLimitPartition<string> PerMinute(HttpContext context, int limit) => HttpMethods.IsPost(context.Request.Method)
        ? PerMinuteOfAny(context, limit)
        : RateLimitPartition.GetNoLimiter("reading");

    private static RateLimitPartition<string> PerMinuteOfAny(HttpContext context, int limit) => RateLimitPartition.GetFixedWindowLimiter(
        AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });

    /// <summary>How many of one address are worked on at the same time; the next wait for their turn.</summary>
    private static RateLimitPartition<string> AtOnce(HttpContext context, int limit) => RateLimitPartition.GetConcurrencyLimiter(
        AddressOf(context), _ => new ConcurrencyLimiterOptions { PermitLimit = limit, QueueLimit = ExportsWaiting });

    private static string AddressOf(HttpContext context) => Sender(context.Connection.RemoteIpAddress);

    /// <summary>Whom an address stands for: of IPv6 its first 64 bits, since whoever has one address has all that share them.</summary>
    internal static string Sender(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bytes.Length / 2).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
