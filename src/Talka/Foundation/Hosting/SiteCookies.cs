using Microsoft.AspNetCore.Authentication.Cookies;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Names and flags of the site's cookies. Where people reach the site over TLS (<c>Talka:PublicAddress</c> is https), each is called
/// <c>__Host-…</c>: browsers then take it from this very host alone, for the whole site, and send it over TLS only.
/// </summary>
public static class SiteCookies
{
    private const string Prefix = "__Host-";

    public static string CookieName(this IConfiguration configuration, string name) => configuration.IsOverTls() ? Prefix + name : name;

    public static CookieSecurePolicy CookieSecurity(this IConfiguration configuration) =>
        configuration.IsOverTls() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Gives every cookie of the sign-in, be it the session's or that of a step on the way, the name and flags that the others have.</summary>
    internal static IServiceCollection AddSiteCookies(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddSingleton<Microsoft.Extensions.Options.IPostConfigureOptions<CookieAuthenticationOptions>, SignInCookies>();
        return services;
    }

    internal static bool IsOverTls(this IConfiguration configuration) =>
        configuration["Talka:PublicAddress"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    private sealed class SignInCookies(IConfiguration configuration) : Microsoft.Extensions.Options.IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            options.Cookie.Name = configuration.CookieName(options.Cookie.Name ?? $"talka.{name}");
            options.Cookie.SecurePolicy = configuration.CookieSecurity();
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
        }
    }
}
