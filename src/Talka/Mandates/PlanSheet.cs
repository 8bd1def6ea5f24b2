using Talka.Foundation.Trail;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using static Talka.Mandates.Texts;

namespace Talka.Mandates;

/// <summary>The planned amounts as a spreadsheet: what is exported can be changed and imported again.</summary>
internal static class PlanSheet
{
    public static SheetColumns Columns { get; } = new(
        new SheetColumn("Year", "Gads", "Year", Required: true),
        new SheetColumn("Stream", "Finansējuma virziens", "Funding stream", Required: true),
        new SheetColumn("Amount", "Summa", "Amount", Required: true),
        new SheetColumn("Note", "Piezīme", "Note"));

    /// <summary>The amount of a row; null when a cell cannot be read, which the table then knows.</summary>
    public static PlannedAmount? Read(TableRow row, MandateTerms terms)
    {
        var year = Known(row, "Year", text => terms.Years.FirstOrDefault(y => text == Ordinals.Roman(y.Ordinal) || text == $"{y.Ordinal}")?.Ordinal,
            terms.Years.Select(y => Ordinals.Roman(y.Ordinal)));
        var stream = Known(row, "Stream", text => terms.Streams.FirstOrDefault(s =>
            new[] { s.Code, s.Name, s.NameEn }.Contains(text, StringComparer.OrdinalIgnoreCase))?.Code, terms.Streams.Select(s => s.Name));
        var amount = row.Money("Amount");
        return year is int ordinal && stream is string code && amount is { } money ? new PlannedAmount(ordinal, code, money, row.Text("Note")) : null;
    }

    public static async Task GetAsync(HttpContext context, TalkaDb db, AuditTrail trail, TimeProvider clock, string slug, string format, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "budget", slug, sheet.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName($"{slug}-{Slug.From(T("TabBudget"))}", clock.Today(), sheet)}\"";
        await SheetWriter.WriteAsync(Layout(terms), sheet, Rows(terms), context.Response.Body, cancel);
    }

    public static SheetLayout<PlannedAmount> Layout(MandateTerms terms) => new SheetLayout<PlannedAmount>(T("TabBudget"))
        .Text(Columns.All[0].Name, planned => Ordinals.Roman(planned.Year), width: 8)
        .Text(Columns.All[1].Name, planned => terms.StreamName(planned.Stream), width: 50)
        .Money(Columns.All[2].Name, planned => planned.Amount)
        .Text(Columns.All[3].Name, planned => planned.Note, width: 40);

    /// <summary>Each year and stream, also those for which nothing is planned.</summary>
    public static IEnumerable<PlannedAmount> Rows(MandateTerms terms) =>
        from year in terms.Years
        from stream in terms.Streams
        select terms.Plan.FirstOrDefault(p => p.Year == year.Ordinal && p.Stream == stream.Code) ?? new(year.Ordinal, stream.Code, Money.Zero);

    private static object? Known<TValue>(TableRow row, string column, Func<string, TValue?> find, IEnumerable<string> allowed)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        var found = find(text.Trim());
        if (found is null)
        {
            row.Problem(column, "value-unknown", T("ErrorNotInContract", text, string.Join(", ", allowed)));
        }

        return found;
    }
}
