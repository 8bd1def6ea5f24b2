using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Where people reach this site, for links that leave it (in mails): <c>Talka:PublicAddress</c>, else the first address that the server listens on.
/// Never the host that a request names: whoever asks for somebody else's password link would choose where it leads.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IServiceProvider services)
{
    private const string Default = "http://localhost:5080";

    /// <summary>Without a slash at the end, such as <c>https://talka.example.org</c>.</summary>
    public string Root => (Told(configuration["Talka:PublicAddress"]) ?? Listening() ?? Told(configuration["urls"]?.Split(';')[0]) ?? Default).TrimEnd('/');

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">From the root, such as <c>/sign-in</c>.</param>
    public string Link(string path) => Root + path;

    private static string? Told(string? address) => string.IsNullOrWhiteSpace(address) ? null : address;

    // A server on every interface has no name of its own; whoever sits at it finds it by this one
    private string? Listening() => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
}
