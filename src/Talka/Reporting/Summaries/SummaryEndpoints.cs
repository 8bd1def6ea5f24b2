using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Reporting.Summaries;

/// <summary>The files of published versions for everybody, and those of the draft for people who write it.</summary>
internal static class SummaryEndpoints
{
    // A summary carries its own style and loads nothing.
    private const string DocumentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mandates/{slug}/summaries/{number:int}/summary.{format}", FrozenAsync).AllowAnonymous();
        routes.MapGet("/work/mandates/{slug}/summary/draft.{format}", DraftAsync).RequireAuthorization(Policies.SeeMandate).RequireRateLimiting(RateLimits.Export);
    }

    private static async Task<IResult> FrozenAsync(
        string slug, int number, string format, TalkaDb db, FrozenFiles files, HttpContext context, CancellationToken cancel)
    {
        var version = await db.SummaryVersions().FirstOrDefaultAsync(v => v.Mandate == slug && v.Number == number, cancel);
        if (version is null || SummaryFormats.Parse(format) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var bytes = await files.ReadAsync(version.Sha256(known), cancel);
        context.Response.Headers.ETag = $"\"{version.Sha256(known)}\"";
        return File(context, bytes, known, SummaryRenderer.FileName(slug, number, known));
    }

    private static async Task<IResult> DraftAsync(
        string slug, string format, string? template, string? lang, SummaryBuilder builder, SummaryRenderer renderer, AuditTrail trail,
        HttpContext context, CancellationToken cancel)
    {
        if (SummaryFormats.Parse(format) is not { } known || (lang is not null && !Foundation.Localisation.Languages.All.Contains(lang)))
        {
            return TypedResults.NotFound();
        }

        var document = await builder.BuildAsync(slug, template ?? SummaryTemplate.OfficialCode, lang, cancel);
        if (!document.Succeeded)
        {
            return Problem(document.Errors);
        }

        await trail.WriteAsync(TrailAct.Exported, "summary draft", slug, format, cancel: cancel);
        return File(context, await renderer.RenderAsync(document.Value, known, cancel), known, SummaryRenderer.FileName(slug, null, known));
    }

    private static IResult File(HttpContext context, Result<byte[]> bytes, SummaryFormat format, string name)
    {
        if (!bytes.Succeeded)
        {
            return Problem(bytes.Errors);
        }

        context.Response.Headers.ContentSecurityPolicy = DocumentPolicy;
        context.Response.Headers.ContentDisposition = $"{(format == SummaryFormat.Docx ? "attachment" : "inline")}; filename=\"{name}\"";
        return TypedResults.Bytes(bytes.Value, format.ContentType());
    }

    private static ContentHttpResult Problem(IReadOnlyList<Error> errors) => TypedResults.Text(
        string.Join('\n', errors.Select(error => $"{error.Code}: {error.Message}")), statusCode: errors[0].Kind.HttpStatus());
}
