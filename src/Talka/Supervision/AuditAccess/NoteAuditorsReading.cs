using Talka.Accounts;
using Talka.Foundation.Trail;
using Talka.Mandates.Access;

namespace Talka.Supervision.AuditAccess;

/// <summary>
/// Notes in the trail which pages and files of a mandate are opened by somebody who is its auditor, whatever else they are. Noted before the first
/// byte is sent: what cannot be noted is not shown.
/// </summary>
internal sealed class NoteAuditorsReading : IStartupFilter
{
    private const string OfMandates = "/work/mandates";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, follow) =>
        {
            if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments(OfMandates, StringComparison.OrdinalIgnoreCase))
            {
                context.Response.OnStarting(() => NoteAsync(context));
            }

            return follow(context);
        });
        next(app);
    };

    private static async Task NoteAsync(HttpContext context)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status206PartialContent) || context.User.PersonId() is not { } person
            || context.GetRouteValue("slug")?.ToString() is not { } slug)
        {
            return;
        }

        // Remembered from the moment when the request was let in
        var standing = await context.RequestServices.GetRequiredService<MandateAccess>().StandingAsync(person, slug, context.RequestAborted);
        if (standing?.Roles.Contains(MandateRole.Auditor) == true)
        {
            // On a connection of its own: the page's may be in the midst of sending rows
            await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditTrail>().WriteAsync(
                TrailAct.Opened, context.Request.Path.Value![$"{OfMandates}/{slug}".Length..] is { Length: > 0 } page ? page : "/", slug, personId: person, cancel: context.RequestAborted);
        }
    }
}
