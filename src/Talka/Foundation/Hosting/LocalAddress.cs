namespace Talka.Foundation.Hosting;

public static class LocalAddress
{
    /// <summary>Whether a request comes from this very machine.</summary>
    public static bool IsFromHere(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address);

    /// <summary>The address when it stays on this site (a path from the root), else null: a link must not lead people elsewhere after sign-in.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl)
            ? address
            : null;
}
