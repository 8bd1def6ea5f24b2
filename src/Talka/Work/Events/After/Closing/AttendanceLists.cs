using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using Talka.Journal;
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
            ? new EntryFile(saved.Value.Sha256, FileName(), "text/csv", saved.Value.Size)
            : Result<EntryFile>.Failed(saved.Errors);
    }

    /// <summary>The name of the list among the files of an entry. The journal speaks the language of the contract.</summary>
    public static string FileName()
    {
        using var latvian = Languages.Use(Languages.Latvian);
        return T("ListFile") + ".csv";
    }

    private async IAsyncEnumerable<Line> LinesAsync(Guid id, int threshold, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var present = await Participant.AmongAsync(db.AttendancesAsync(id).Select(seen => seen.Attendee), threshold, cancel);
        foreach (var (i, person) in present.OrderBy(person => !person.CameIn).Index())
        {
            yield return new Line(i + 1, T(person.CameIn ? "OnSite" : "Online"), person.Group, person.Organisations.Count == 0 ? null : string.Join("; ", person.Organisations.Values));
        }
    }
}
