using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Accounts;
using Talka.Foundation.Localisation;
using Talka.Mandates.Access;
using static Talka.Supervision.AuditAccess.Texts;
using Words = Talka.Mandates.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>Who was given or lost which role on the mandate, or a place in its authority: when, by whom and why.</summary>
internal sealed class RolePart(TalkaDb db) : IFilePart
{
    private const string Page = "lomas/lomas.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var changes = await db.RoleChanges().Where(c => c.MandateId == mandate.Id || (c.AuthorityId != null && c.AuthorityId == mandate.AuthorityId)).OrderBy(c => c.Id)
            .Select(c => new Line(
                c.At, c.Role, c.IsGiven, c.ExpiresAt, c.Reason, db.People().Where(p => p.Id == c.PersonId).Select(p => p.DisplayName).FirstOrDefault(),
                db.People().Where(p => p.Id == c.ByPersonId).Select(p => p.DisplayName).FirstOrDefault())).ToListAsync(cancel);
        await archive.AddAsync(Page, target => PageAsync(target, changes), cancel);
        return new FileSection(T("RolesTitle"), T("RolesLead"), [new Cell(T("RolesTitle"), Page)]);
    }

    private static async Task PageAsync(Stream target, List<Line> changes)
    {
        await using var page = await HtmlPage.BeginAsync(target, Page, T("RolesTitle"));
        await page.BeginTableAsync(T("RolesTitle"), T("RecordedAt"), T("Person"), T("Role"), T("Change"), T("Until"), T("Why"), T("By"));
        foreach (var change in changes)
        {
            await page.RowAsync(
                Format.Instant(change.At), change.Person ?? Words.T("PersonGone"), Words.T("Role" + change.Role), T(change.IsGiven ? "Given" : "Taken"),
                change.ExpiresAt is { } end ? Format.Instant(end) : "", change.Reason, change.By ?? Words.T("ByProgram"));
        }

        await page.EndTableAsync();
    }

    private sealed record Line(DateTime At, MandateRole Role, bool IsGiven, DateTime? ExpiresAt, string Reason, string? Person, string? By);
}
