using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing.Constraints;
using Talka.Foundation.Settings;

namespace Talka.Foundation.Hosting;

/// <summary>What stands between a request and its page, in order.</summary>
internal static class WebPipeline
{
    /// <summary>Room for a few photographs or a large spreadsheet.</summary>
    private const long MaxRequestBytes = 30 * 1024 * 1024;

    /// <summary>A text that is longer than any field takes is told at its field, as long as it is read in a moment.</summary>
    private const int MaxValueBytes = 12 * 1024 * 1024;

    /// <summary>The most that any page may raise the limit of its requests to.</summary>
    private const long MaxFilesBytes = 128 * 1024 * 1024;

    public static void ConfigureServer(this WebApplicationBuilder builder) => builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxRequestBytes;
    });

    public static IServiceCollection AddTalkaWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Latvian letters as they are, not as entities
        services.AddRateLimits();
        services.AddSingleton<PublicCache>();
        services.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor, CommitWatcher>();
        services.AddOutputCache();
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>()
            .Configure<PublicCache>((options, cache) => options.AddPolicy(PublicCache.Policy, cache));

        // What is secret in a page (the form token) is masked anew in each answer, so compressing it over TLS gives nothing away
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddSiteCookies();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.Cookie.Name = configuration.CookieName("talka.form");
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = configuration.CookieSecurity();
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = MaxFilesBytes;
            options.ValueLengthLimit = MaxValueBytes;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only switched on where the operator says that a proxy stands in front, whatever its address
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
        });
        return services;
    }

    public static WebApplication UseTalkaWeb(this WebApplication app)
    {
        if (app.Configuration.GetValue("Talka:BehindProxy", defaultValue: false))
        {
            app.UseForwardedHeaders();
        }

        app.UseSecurityHeaders();
        app.UseHeadRequests();
        app.UseCurrentSettings();
        app.UseLanguageChoice();
        app.UseFailures();
        app.UsePlainAddress();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseFormSize();
        app.UseFormToken();
        return app;
    }
}
