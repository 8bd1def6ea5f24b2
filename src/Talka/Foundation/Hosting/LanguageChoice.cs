using Talka.Foundation.Localisation;

namespace Talka.Foundation.Hosting;

/// <summary>
/// The language of a request: what <c>?lang=</c> asks for (and a cookie remembers), else what the cookie remembers, else Latvian.
/// </summary>
internal static class LanguageChoice
{
    public const string Cookie = "talka.lang";

    public static IApplicationBuilder UseLanguageChoice(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var configuration = context.RequestServices.GetRequiredService<IConfiguration>();
        var cookie = configuration.CookieName(Cookie);
        var asked = context.Request.Query["lang"].ToString();
        if (Languages.All.Contains(asked))
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

        using var language = Languages.Use(asked == Languages.English ? Languages.English : Languages.Latvian);
        await next(context);
    });
}
