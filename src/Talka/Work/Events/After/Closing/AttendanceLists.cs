using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Work.Events.SigningUp;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Closing;

/// <summary>
/// The list of attendances that goes with the entry. What the journal holds stays for good, so it says of each person how they attended and for whom they
/// stood, and no name.
/// </summary>
public sealed class AttendanceLists(TalkaDb db, FileStore files)
{
    private sealed record Line(long Number, string Mode, string? Group, string? Organisation);

    public async Task<Result<EntryFile>> WithoutNamesAsync(Event e, int threshold, CancellationToken cancel)
    {
        using var latvian = Languages.Use(Languages.Latvian);
        var layout = new SheetLayout<Line>(T("ListSheet"))
            .Number(T("ListNumber"), line => line.Number).Text(T("ListMode"), line => line.Mode).Text(T("ListGroup"), line => line.Group).Text(T("ListOrganisation"), line => line.Organisation);
        using var sheet = new MemoryStream();
        await SheetWriter.WriteAsync(layout, SheetFormat.Csv, LinesAsync(e.Id, threshold, cancel), sheet, cancel);
        sheet.Position = 0;
        var saved = await files.SaveAsync(sheet, cancel);
        return saved.Succeeded
            ? new EntryFile(saved.Value.Sha256, T("ListFile") + ".csv", "text/csv", saved.Value.Size)
            : Result<EntryFile>.Failed(saved.Errors);
    }

    private async IAsyncEnumerable<Line> LinesAsync(Guid id, int threshold, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = db.Registrations().Where(r => r.EventId == id && (r.CameAt != null || r.OnlineMinutes >= threshold))
            .OrderBy(r => r.CameAt == null).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.PersonKey,
                CameIn = r.CameAt != null,
                r.TargetGroup,
                Organisation = db.Set<Organisations.Organisation>().Where(o => o.Id == r.OrganisationId).Select(o => o.Name).FirstOrDefault() ?? r.OrganisationName,
            });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (seen.Add(row.PersonKey))
            {
                yield return new Line(seen.Count, T(row.CameIn ? "OnSite" : "Online"), row.TargetGroup, row.Organisation);
            }
        }
    }
}
