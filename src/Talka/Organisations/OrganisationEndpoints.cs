using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using static Talka.Organisations.Texts;

namespace Talka.Organisations;

internal static class OrganisationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        // The names that a field offers while somebody types: they are public
        routes.MapGet("/organisations/names.json", async (string? q, FindOrganisations find, CancellationToken cancel) =>
            TypedResults.Ok(await find.OfferAsync(q?.Length > Organisation.NameLength ? null : q, cancel))).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/organisations/export.csv", ExportAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export);
        routes.MapGet("/work/organisations/template.xlsx", TemplateAsync).RequireAuthorization(Policies.KeepDirectory);
    }

    // What is public of those that the list would show, streaming
    private static async Task<IResult> ExportAsync(
        string? q, string? region, string? area, string? minority, HttpContext context, TalkaDb db, TimeProvider clock, CancellationToken cancel)
    {
        Announce(context, SheetWriter.FileName(T("Organisations"), clock.Today(), SheetFormat.Csv), SheetFormat.Csv);
        var rows = new OrganisationFilter(q, region, area, minority).Apply(db).OrderBy(o => o.NameKey).ThenBy(o => o.Id).AsAsyncEnumerable();
        await SheetWriter.WriteAsync(OrganisationSheet.Public(), SheetFormat.Csv, rows, context.Response.Body, cancel);
        return TypedResults.Empty;
    }

    private static async Task<IResult> TemplateAsync(HttpContext context, CancellationToken cancel)
    {
        Announce(context, T("Organisations") + SheetWriter.Extension(SheetFormat.Xlsx), SheetFormat.Xlsx);
        await SheetWriter.WriteAsync<string>(OrganisationSheet.Template(), SheetFormat.Xlsx, [], context.Response.Body, cancel);
        return TypedResults.Empty;
    }

    private static void Announce(HttpContext context, string name, SheetFormat format)
    {
        context.Response.ContentType = SheetWriter.ContentType(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
    }
}
