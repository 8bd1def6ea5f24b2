using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;
using static Talka.Administration.Trail.Texts;

namespace Talka.Administration.Trail;

/// <summary>The filtered trail as CSV, the newest first; rows stream from the database into the answer. What could be a formula is written as text.</summary>
internal static class TrailExport
{
    private const int Part = 500;

    public static async Task GetAsync(
        string? act, string? person, string? mandate, string? from, string? to, string? text,
        HttpContext context, TalkaDb db, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        var filter = new TrailFilter(act, person, mandate, from, to, text);
        await trail.WriteAsync(TrailAct.Exported, "trail", cancel: cancel);
        var layout = new SheetLayout<TrailLine>(T("PageTitle"))
            .Text(T("When"), line => Format.Instant(line.Entry.At))
            .Text(T("WhenUtc"), line => line.Entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture))
            .Text(T("Act"), line => TrailWords.Act(line.Entry.Act))
            .Text(T("Who"), line => line.Who)
            .Text(T("PersonId"), line => line.Entry.PersonId?.ToString())
            .Text(T("Network"), line => line.Entry.Address)
            .Text(T("Subject"), line => line.Subject)
            .Text(T("Mandate"), line => line.Entry.Mandate)
            .Text(T("Detail"), line => line.Entry.Detail);
        context.Response.ContentType = SheetWriter.ContentType(SheetFormat.Csv);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName("audit-trail", clock.Today(), SheetFormat.Csv)}\"";
        await SheetWriter.WriteAsync(layout, SheetFormat.Csv, LinesAsync(await filter.ApplyAsync(db, cancel), db, cancel), context.Response.Body, cancel);
    }

    private static async IAsyncEnumerable<TrailLine> LinesAsync(IQueryable<TrailEntry> entries, TalkaDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        Guid? last = null;
        while (true)
        {
            var older = last is { } id ? entries.Where(entry => entry.Id < id) : entries;
            var part = await older.OrderByDescending(entry => entry.Id).Take(Part).ToListAsync(cancel);
            foreach (var line in await part.NamedAsync(db, cancel))
            {
                yield return line;
            }

            if (part.Count < Part)
            {
                yield break;
            }

            last = part[^1].Id;
        }
    }
}
