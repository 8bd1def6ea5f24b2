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
        .WithMetadata(new RequestSizeLimitAttribute(AuditFeature.UploadLimit), new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> ReportAsync(string format, HttpContext http, AuditDesk desk, AuditRenderer renderer, CancellationToken cancel)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true } || !http.Request.HasFormContentType)
        {
            return TypedResults.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(cancel);
        var report = await desk.RunAsync(new AuditUpload { File = form.Files["Form.File"], Text = form["Form.Text"] }, cancel);
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
