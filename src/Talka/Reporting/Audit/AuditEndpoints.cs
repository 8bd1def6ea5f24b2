using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using Talka.Reporting.Audit.Output;

namespace Talka.Reporting.Audit;

/// <summary>A report as a file, for everybody; the page's form posts to it.</summary>
internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/audit/report.{format:regex(^(pdf|json)$)}", ReportAsync)
        .AllowAnonymous().RequireRateLimiting(RateLimits.Upload)
        .WithMetadata(new RequestSizeLimitAttribute(AuditFeature.UploadLimit));

    private static async Task<IResult> ReportAsync(
        string format, [FromForm(Name = "Form.File")] IFormFile? file, [FromForm(Name = "Form.Text")] string? text, AuditDesk desk, AuditRenderer renderer, CancellationToken cancel)
    {
        var report = await desk.RunAsync(new AuditUpload { File = file, Text = text }, cancel);
        if (!report.Succeeded)
        {
            return Problem(report.Errors);
        }

        var known = format == "pdf" ? AuditFormat.Pdf : AuditFormat.Json;
        var bytes = await renderer.RenderAsync(report.Value, known, cancel);
        return bytes.Succeeded
            ? TypedResults.File(bytes.Value, known == AuditFormat.Pdf ? "application/pdf" : "application/json; charset=utf-8", "audit." + format)
            : Problem(bytes.Errors);
    }

    private static ContentHttpResult Problem(IReadOnlyList<Error> errors) => TypedResults.Text(
        string.Join('\n', errors.Select(error => $"{error.Code}: {error.Message}")), statusCode: errors[0].Kind.HttpStatus());
}
