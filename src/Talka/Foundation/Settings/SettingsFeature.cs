using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;

namespace Talka.Foundation.Settings;

/// <summary>The settings of the installation as everything else uses them; they are changed in Administration.</summary>
public sealed class SettingsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CurrentSettings>();
        services.AddScoped<IPersonalData, SettingsPersonalData>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/logo/{sha256}.png", LogoAsync).AllowAnonymous();

    private static async Task<IResult> LogoAsync(string sha256, HttpContext context, TalkaDb db, CancellationToken cancel)
    {
        if (await db.SiteLogos().Where(logo => logo.Sha256 == sha256).Select(logo => logo.Content).FirstOrDefaultAsync(cancel) is not { } content)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Bytes(content, "image/png");
    }
}

internal static class SettingsPipeline
{
    /// <summary>Every request begins with the settings in force.</summary>
    public static IApplicationBuilder UseCurrentSettings(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<CurrentSettings>();
        return app.Use(async (context, next) =>
        {
            await settings.ReadAsync(context.RequestAborted);
            await next(context);
        });
    }
}
