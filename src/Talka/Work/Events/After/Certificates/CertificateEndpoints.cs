using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Certificates;

/// <summary>Downloads of certificates: for whoever has the private link of the registration, and for the organiser.</summary>
internal static class CertificateEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/certificate/{token}", (Delegate)OwnAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/work/mandates/{slug}/events/{id:guid}/after/certificates/{code}/pdf", (Delegate)OneAsync)
            .RequireAuthorization(Policies.RunEvents).RequireRateLimiting(RateLimits.Export);
    }

    private static async Task<IResult> OwnAsync(string token, HttpContext context, PrivateLinks links, GuessLimit guesses, OneCertificate certificates, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return links.TryRead(token) is { } registration ? File(context, await certificates.OfAsync(registration, cancel)) : TypedResults.StatusCode(guesses.StatusOf(context));
    }

    private static async Task<IResult> OneAsync(string slug, Guid id, string code, HttpContext context, TalkaDb db, OneCertificate certificates, CancellationToken cancel)
    {
        var registration = await db.Certificates().Where(c => c.EventId == id && c.Code == code && db.EventsOf(slug).Any(e => e.Id == id))
            .Select(c => (Guid?)c.RegistrationId).FirstOrDefaultAsync(cancel);
        return registration is { } known ? File(context, await certificates.OfAsync(known, cancel)) : TypedResults.NotFound();
    }

    private static IResult File(HttpContext context, Result<Stream> made) => made.Succeeded
        ? Downloads.Attachment(context, made.Value, "application/pdf", Texts.T("CertificateFile") + ".pdf")
        : TypedResults.Problem(made.Errors[0].Message, statusCode: made.Errors[0].Kind.HttpStatus());
}
