using System.Security.Claims;
using Talka.Foundation.Trail;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Writes to the log what was refused at the door, for whoever watches it: why, where, who and from which network. Of the address only its
/// pattern and the mandate are told, since the rest may hold a one-time token.
/// </summary>
public static partial class Refusals
{
    public const string NotAllowed = "not allowed";
    public const string FormTokenMissing = "form token missing or not of this session";
    public const string TooMany = "too many requests";

    public static void LogRefused(this HttpContext context, string why) => Refused(
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Talka.Refusals"),
        why,
        context.Request.Method,
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
        context.GetRouteValue("slug")?.ToString(),
        context.User.FindFirstValue(ClaimTypes.NameIdentifier),
        NetworkAddress.Of(context.Connection.RemoteIpAddress));

    [LoggerMessage(EventName = "Refused", Level = LogLevel.Warning, Message = "Refused: {Why}; {Method} {Route}, mandate {Mandate}, person {PersonId}, network {Network}")]
    private static partial void Refused(ILogger log, string why, string method, string? route, string? mandate, string? personId, string? network);
}
