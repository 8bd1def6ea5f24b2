using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Talka.Accounts.Security.External;

/// <summary>Outside providers that sign people in (OpenID Connect, authorization code with PKCE), one for each section <c>Talka:OpenIdConnect:NAME</c>.</summary>
internal static partial class OutsideProviders
{
    /// <summary>Where the sign-in page says that it did not work.</summary>
    public const string Failed = "/sign-in?outside=failed";
    public const string Unknown = "/sign-in?outside=unknown";

    public static void AddOutsideProviders(this IServiceCollection services, IConfiguration configuration)
    {
        var authentication = services.AddAuthentication();
        foreach (var section in configuration.GetSection("Talka:OpenIdConnect").GetChildren())
        {
            if (!Name().IsMatch(section.Key))
            {
                throw new InvalidOperationException($"Talka:OpenIdConnect:{section.Key}: the name may have small letters, digits and dashes.");
            }

            _ = (Required(section, "Authority"), Required(section, "ClientId")); // said at the start, not at the first sign-in
            authentication.AddOpenIdConnect(section.Key, section["DisplayName"] is { Length: > 0 } name ? name : section.Key, options => Configure(options, section));
        }
    }

    private static void Configure(OpenIdConnectOptions options, IConfigurationSection section)
    {
        options.Authority = section["Authority"];
        options.ClientId = section["ClientId"];
        options.ClientSecret = section["ClientSecret"];
        options.RequireHttpsMetadata = !IsLoopback(options.Authority!);
        options.CallbackPath = $"/sign-in/outside/{section.Key}/callback";
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;

        // Only who it is; what else the provider knows of a person is not asked for
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = GoBackAsync;
        options.Events.OnAccessDenied = GoBackAsync;
    }

    private static Task GoBackAsync<T>(HandleRequestContext<T> context)
        where T : AuthenticationSchemeOptions
    {
        context.Response.Redirect(Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string Required(IConfigurationSection section, string name) => section[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{section.Path}:{name} is missing.");

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)));

    [GeneratedRegex("^[a-z0-9-]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
