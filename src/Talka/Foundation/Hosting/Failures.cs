using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Talka.Foundation.Hosting;

/// <summary>The one handler of exceptions: logs them and shows a page with an id. Storage that fails is told apart from a bug.</summary>
internal static class Failures
{
    public const string ErrorPath = "/error";

    private static readonly object SentKey = new();

    public static IApplicationBuilder UseFailures(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = ErrorPath,
            StatusCodeSelector = StatusOf,
            CreateScopeForErrors = true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);

        // The page that tells of a failure is read, whatever the failed request did
        return app.Use((context, next) =>
        {
            if (context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Items[SentKey] = HttpMethods.IsPost(context.Request.Method);
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }

    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>Whether what failed was a form that was sent.</summary>
    public static bool WasSent(HttpContext context) => context.Items[SentKey] is true;

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when StorageFailure.Of(exception) is not null => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
