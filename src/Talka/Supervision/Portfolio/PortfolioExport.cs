using Talka.Accounts;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;
using static Talka.Supervision.Portfolio.Texts;

namespace Talka.Supervision.Portfolio;

/// <summary>The filtered portfolio as a spreadsheet.</summary>
internal static class PortfolioExport
{
    public static async Task GetAsync(
        HttpContext context, PortfolioReader reader, AuditTrail trail, TimeProvider clock, string format,
        string? state, string? light, string? stream, string? year, string? text, string? order, CancellationToken cancel)
    {
        var lines = PortfolioFilter.Of(state, light, stream, year, text, order).Apply(await reader.ReadAsync(context.User.PersonId()!.Value, cancel));
        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "portfolio", detail: sheet.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName(Foundation.Slug.From(T("Portfolio")), clock.Today(), sheet)}\"";
        await SheetWriter.WriteAsync(Layout(), sheet, lines, context.Response.Body, cancel);
    }

    private static SheetLayout<PortfolioLine> Layout() => new SheetLayout<PortfolioLine>(T("Portfolio"))
        .Text(T("Mandate"), line => line.Mandate.Title, 50)
        .Text(T("Implementer"), line => line.Standing.Terms.Implementer.Name, 40)
        .Text(T("Authority"), line => line.Mandate.Authority, 30)
        .Date(T("From"), line => line.Mandate.From)
        .Date(T("To"), line => line.Mandate.To)
        .Text(T("State"), line => T("State" + line.State), 14)
        .Text(T("Light"), line => T("Light" + line.Light), 22)
        .Text(T("Why"), line => string.Join(" ", line.Reasons.Select(reason => reason.Text)), 60)
        .Number(T("TimePercent"), line => line.TimePercent)
        .Money(T("Planned"), line => line.Standing.Planned)
        .Money(T("Spent"), line => line.Standing.Spent)
        .Money(T("Returned"), line => line.Standing.Returned)
        .Number(T("MoneyPercent"), line => line.MoneyPercent)
        .Number(T("IndicatorsDue"), line => line.IndicatorsDue)
        .Number(T("IndicatorsReached"), line => line.IndicatorsReached)
        .Number(T("IndicatorPercent"), line => line.IndicatorPercent)
        .Date(T("LastRecorded"), line => line.LastRecorded)
        .Date(T("NextDue"), line => line.NextDue?.Day)
        .Text(T("NextDueWhat"), line => line.NextDue?.What, 30);
}
