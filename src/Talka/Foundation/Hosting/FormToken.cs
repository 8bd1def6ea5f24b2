using Microsoft.AspNetCore.Antiforgery;

namespace Talka.Foundation.Hosting;

/// <summary>A form whose token is missing or old is answered with 400 and a page that says so, whatever it was sent to.</summary>
internal static class FormToken
{
    public static IApplicationBuilder UseFormToken(this IApplicationBuilder app) => app.UseAntiforgery().Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.LogRefused(Refusals.FormTokenMissing);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
