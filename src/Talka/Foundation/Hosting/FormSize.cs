using Microsoft.AspNetCore.Http.Features;

namespace Talka.Foundation.Hosting;

/// <summary>A form that passes a limit is answered with 413, one that holds what no form can with 400. It is read here, before the check of its token would call it merely a bad form.</summary>
internal static class FormSize
{
    /// <summary>So much of a form that is too large is taken in and thrown away: whoever is cut off while sending is shown no answer.</summary>
    private const long MostDiscarded = 128 * 1024 * 1024;

    public static IApplicationBuilder UseFormSize(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            if (await IsTooLargeAsync(context))
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                // Only their words tell apart the framework's two reasons: a limit that was passed, or bytes that are no form (a NUL in it)
                context.Response.StatusCode = failure is BadHttpRequestException || failure.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                    ? StatusCodes.Status413PayloadTooLarge
                    : StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    });

    private static async Task<bool> IsTooLargeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false, MaxRequestBodySize: { } most } limit
            || context.Request.ContentLength is not { } length || length <= most)
        {
            return false;
        }

        if (length <= MostDiscarded)
        {
            limit.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        return true;
    }
}
