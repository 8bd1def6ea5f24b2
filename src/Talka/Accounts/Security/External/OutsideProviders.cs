using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Talka.Foundation.Hosting;

namespace Talka.Accounts.Security.External;

/// <summary>Outside providers that sign people in (OpenID Connect, authorization code with PKCE), one for each section <c>Talka:OpenIdConnect:NAME</c>.</summary>
internal static partial class OutsideProviders
{
    /// <summary>Where the sign-in page says that it did not work.</summary>
    public const string Failed = "/sign-in?outside=failed";
    public const string Unknown = "/sign-in?outside=unknown";

    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

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
            authentication.AddOpenIdConnect(section.Key, section["DisplayName"] is { Length: > 0 } name ? name : section.Key, options => Configure(options, section, configuration));
        }
    }

    private static void Configure(OpenIdConnectOptions options, IConfigurationSection section, IConfiguration configuration)
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
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = configuration.CookieSecurity();
        options.CorrelationCookie.Path = options.NonceCookie.Path = "/";
        options.CorrelationCookie.Name = configuration.CookieName("talka.outside.");
        options.NonceCookie.Name = configuration.CookieName("talka.nonce.");
        options.BackchannelHttpHandler = new HttpClientHandler { AllowAutoRedirect = false }; // only the provider itself is asked
        options.TokenValidationParameters.ValidAlgorithms = Signatures;
        options.Events.OnRedirectToIdentityProvider = GoToItselfAsync;
        options.Events.OnRemoteFailure = GoBackAsync;
        options.Events.OnAccessDenied = GoBackAsync;
    }

    // A provider's metadata must be its own: one that is named otherwise could pass for another
    private static async Task GoToItselfAsync(RedirectContext context)
    {
        var known = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (known.Issuer?.TrimEnd('/') != context.Options.Authority?.TrimEnd('/'))
        {
            context.HttpContext.LogRefused($"the provider {context.Scheme.Name} calls itself {known.Issuer}");
            context.Response.Redirect(Failed);
            context.HandleResponse();
        }
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
