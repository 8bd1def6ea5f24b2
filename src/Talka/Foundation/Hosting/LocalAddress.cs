namespace Talka.Foundation.Hosting;

public static class LocalAddress
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    /// <summary>
    /// Whether a request comes from this very machine. One that was passed on does not: a proxy on this machine makes everybody seem to be here
    /// until the operator says that it stands there (<c>Talka:BehindProxy</c>), which takes the headers off that it read.
    /// </summary>
    public static bool IsFromHere(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);

    /// <summary>The address when it stays on this site (a path from the root), else null: a link must not lead people elsewhere after sign-in.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl)
            ? address
            : null;
}
