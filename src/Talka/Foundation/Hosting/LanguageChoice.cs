using Talka.Foundation.Localisation;
using Talka.Foundation.Settings;

namespace Talka.Foundation.Hosting;

/// <summary>
/// The language of a request: what <c>?lang=</c> asks for (and a cookie remembers), else what the cookie remembers, else the first that the installation offers.
/// </summary>
internal static class LanguageChoice
{
    public const string Cookie = "talka.lang";

    public static IApplicationBuilder UseLanguageChoice(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<CurrentSettings>();
        var configuration = app.ApplicationServices.GetRequiredService<IConfiguration>();
        var cookie = configuration.CookieName(Cookie);
        return app.Use(async (context, next) =>
        {
            var offered = settings.Value.Languages;
            var asked = context.Request.Query["lang"].ToString();
            if (offered.Contains(asked))
            {
                context.Response.Cookies.Append(cookie, asked, new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps || configuration.IsOverTls(),
                });
            }
            else
            {
                asked = context.Request.Cookies[cookie];
            }

            using var language = Languages.Use(asked is not null && offered.Contains(asked) ? asked : offered[0]);
            await next(context);
        });
    }
}
