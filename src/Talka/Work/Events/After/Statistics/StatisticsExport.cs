using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Statistics;

/// <summary>The counted events as a spreadsheet, one row each, streamed.</summary>
internal static class StatisticsExport
{
    public static async Task<IResult> GetAsync(
        string slug, string? format, string? by, HttpContext context, TalkaDb db, EventFigures figures, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return TypedResults.NotFound();
        }

        var kinds = await db.JournalKinds().ToDictionaryAsync(k => k.Code, k => k.Name, cancel);
        var chosen = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
        FigureGrouping? grouping = Enum.TryParse<FigureGrouping>(by, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        await trail.WriteAsync(TrailAct.Exported, "event-statistics", slug, chosen.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(chosen);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(SheetWriter.FileName($"{T("StatisticsFile")}{(grouping is { } part ? "-" + T("StatisticsFileBy" + part) : "")}-{slug}", clock.Today(), chosen));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        if (grouping is { } known)
        {
            await SheetWriter.WriteAsync(Layout(known), chosen, (await FigureGroups.GatherAsync(figures, terms, kinds, cancel)).By(known), context.Response.Body, cancel);
        }
        else
        {
            await SheetWriter.WriteAsync(Layout(kinds), chosen, figures.HeldAsync(terms, cancel), context.Response.Body, cancel);
        }

        return Results.Empty;
    }

    private static SheetLayout<NamedFigures> Layout(FigureGrouping grouping)
    {
        var layout = new SheetLayout<NamedFigures>(T("StatisticsTitle"))
            .Text(T("Fact" + grouping), row => row.Name, 40)
            .Number(T("ColumnEvents"), row => row.Row.Events)
            .Number(T("ColumnAttendances"), row => row.Row.Attendances)
            .Number(T("OnSite"), row => row.Row.OnSite)
            .Number(T("Online"), row => row.Row.Online)
            .Number(T("ColumnExpected"), row => row.Row.Expected)
            .Number(T("ColumnNoShows"), row => row.Row.NoShows)
            .Text($"{T("ColumnNoShowRate")}, %", row => row.Row.NoShowRate is { } rate ? Format.Number(rate, 1) + " %" : null, 12);
        return grouping == FigureGrouping.Series ? layout.Number(T("ColumnPeople"), row => row.People) : layout;
    }

    private static SheetLayout<HeldEvent> Layout(Dictionary<string, string> kinds) => new SheetLayout<HeldEvent>(T("StatisticsTitle"))
        .Text(T("FactTitle"), e => e.Title, 50)
        .Text(T("FactKind"), e => kinds.GetValueOrDefault(e.Kind, e.Kind))
        .Date(T("FactDays"), e => e.From)
        .Text(T("FactYear"), e => e.Year is { } year ? Ordinals.Roman(year) : null, 8)
        .Text(T("FactRegion"), e => Regions.Name(e.Region))
        .Text(T("FactMode"), e => T("Mode" + e.Mode))
        .Text(T("FactSeries"), e => e.Series, 40)
        .Number(T("FactParticipants"), e => e.People)
        .Number(T("OnSite"), e => e.Counted.OnSite)
        .Number(T("Online"), e => e.Counted.Online)
        .Number(T("ColumnOrganisations"), e => e.Counted.Organisations)
        .Number(T("ColumnExpected"), e => e.Counted.Expected)
        .Number(T("ColumnNoShows"), e => e.Counted.NoShows)
        .Number(T("Viewers"), e => e.Counted.Viewers);
}
