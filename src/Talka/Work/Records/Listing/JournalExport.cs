using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Talka.Foundation.Trail;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Work.Records.Texts;
using Common = Talka.Foundation.Ui.Texts;

namespace Talka.Work.Records.Listing;

/// <summary>The filtered journal as a spreadsheet; rows stream from the database into the answer. Columns are named as imports know them.</summary>
internal static class JournalExport
{
    public static async Task<IResult> GetAsync(
        string slug, int? year, string? stream, string? kind, string? text, string? show, string? format, HttpContext context, TalkaDb db, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            return TypedResults.NotFound();
        }

        var kinds = await db.JournalKinds().ToDictionaryAsync(k => k.Code, k => k.Name, cancel);
        var rows = new JournalFilter(slug, year, stream, kind, text, show).Apply(db).OrderBy(e => e.DateFrom).ThenBy(e => e.Sequence).AsAsyncEnumerable();
        var chosen = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
        await trail.WriteAsync(TrailAct.Exported, "journal", slug, chosen.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(chosen);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(SheetWriter.FileName($"{T("ExportName")}-{slug}", clock.Today(), chosen));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await SheetWriter.WriteAsync(Layout(terms, kinds), chosen, rows, context.Response.Body, cancel);
        return Results.Empty;
    }

    private static SheetLayout<JournalEntry> Layout(MandateTerms terms, Dictionary<string, string> kinds) => new SheetLayout<JournalEntry>(T("JournalTitle"))
        .Number(T("FieldSequence"), e => e.Sequence)
        .Text(T("FieldKind"), e => kinds.GetValueOrDefault(e.Kind, e.Kind))
        .Text(T("FieldTitle"), e => e.Title, 50)
        .Date(T("FieldFrom"), e => e.DateFrom)
        .Date(T("FieldTo"), e => e.DateTo)
        .Text(T("FieldYear"), e => e.Year is { } year ? Ordinals.Roman(year) : null, 8)
        .Text(T("FieldStream"), e => e.Stream is { } stream ? terms.StreamName(stream) : null)
        .Text(T("FieldMode"), e => e.Mode is { } mode ? EntryChoices.Name(mode) : null)
        .Text(T("FieldPlace"), e => e.Place)
        .Text(T("FieldRegion"), e => e.Region)
        .Text(T("FieldTargetGroup"), e => e.TargetGroup)
        .Text(T("FieldPartners"), e => e.Partners is { } partners ? string.Join("; ", JsonSerializer.Deserialize<string[]>(partners)!) : null)
        .Number(T("FieldQuantity"), e => e.Quantity)
        .Text(T("FieldQuantityApproximate"), e => e.QuantityApproximate == true ? Common.T("Yes") : null, 12)
        .Number(T("FieldParticipants"), e => e.Participants)
        .Text(T("FieldParticipantsApproximate"), e => e.ParticipantsApproximate == true ? Common.T("Yes") : null, 12)
        .Number(T("FieldOnSite"), e => EntryPayload.AttendanceOf(e.Payload)?.OnSite)
        .Number(T("FieldOnline"), e => EntryPayload.AttendanceOf(e.Payload)?.Online)
        .Number(T("FieldOrganisations"), e => EntryPayload.AttendanceOf(e.Payload)?.Organisations)
        .Money(T("FieldAmount"), e => e.Amount)
        .Number(T("FieldReach"), e => e.Reach)
        .Text(T("FieldChannel"), e => e.Channel)
        .Text(T("FieldSeries"), e => e.Series)
        .Text(T("FieldState"), e => e.State is { } state ? EntryChoices.Name(state) : null)
        .Text(T("FieldDescription"), e => e.Description, 60)
        .Text(T("FieldNote"), e => e.Note, 40)
        .Text(T("FieldToYear"), e => e.ToYear is { } year ? Ordinals.Roman(year) : null, 8)
        .Text(T("FieldCategory"), e => e.Category)
        .Text(T("FieldPayee"), e => e.Payee)
        .Text(T("FieldDocumentNumber"), e => e.DocumentNumber)
        .Text(Common.T("LateEntry"), e => e.IsLate == true ? Common.T("Yes") : null, 12)
        .Number(T("FieldCorrects"), e => e.Corrects)
        .Text(T("FieldReason"), e => e.Reason, 40)
        .Text(T("FieldExternalId"), e => e.ExternalId);
}
