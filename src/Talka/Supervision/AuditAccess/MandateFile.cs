using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Supervision.AuditAccess.Texts;

namespace Talka.Supervision.AuditAccess;

/// <summary>What one part of the file adds, as the index lists it.</summary>
internal sealed record FileSection(string Title, string Lead, IReadOnlyList<Cell> Links);

/// <summary>The mandate that a file is made of, at the moment of its checkpoint: nothing that was recorded later is in it.</summary>
internal sealed record FiledMandate(Guid Id, Guid? AuthorityId, MandateTerms Terms, SignedCheckpoint Checkpoint)
{
    public string Slug => Terms.Slug;
}

/// <summary>One part of the file; each writes its own files into the archive.</summary>
internal interface IFilePart
{
    Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel);
}

/// <summary>
/// Everything about one mandate as one ZIP that opens without this program: contract, money, journal with proofs, attached files, summaries, reports, agreements, roles,
/// an index to begin with and the SHA-256 of each file.
/// </summary>
internal sealed class MandateFile(TalkaDb db, CheckpointSigner signer, IEnumerable<IFilePart> parts, TimeProvider clock)
{
    public const string IndexPath = "index.html";

    /// <summary>The mandate as it stands, with the checkpoint that the proofs lead to.</summary>
    /// <returns>Fails with <c>mandate-not-found</c>, or as <see cref="CheckpointSigner.SignAsync"/> does.</returns>
    public async Task<Result<FiledMandate>> FindAsync(string slug, CancellationToken cancel)
    {
        var mandate = await db.Mandates().Where(m => m.Slug == slug).Select(m => new { m.Id, m.AuthorityId, m.Terms }).FirstOrDefaultAsync(cancel);
        if (mandate is null)
        {
            return MandateErrors.NotFound(slug);
        }

        var signed = await signer.SignAsync(cancel);
        return signed.Succeeded ? new FiledMandate(mandate.Id, mandate.AuthorityId, mandate.Terms, signed.Value) : Result<FiledMandate>.Failed(signed.Errors);
    }

    /// <summary>Writes the whole file, in Latvian.</summary>
    public async Task WriteAsync(FiledMandate mandate, Stream target, CancellationToken cancel)
    {
        using var language = Languages.Use(Languages.Latvian);
        using var archive = new FileArchive(target, clock.GetUtcNow());
        var sections = new List<FileSection>();
        foreach (var part in parts)
        {
            sections.Add(await part.WriteAsync(archive, mandate, cancel));
        }

        await archive.AddAsync(IndexPath, content => IndexAsync(content, mandate, sections), cancel);
        await archive.EndAsync(cancel);
    }

    private async Task IndexAsync(Stream target, FiledMandate mandate, List<FileSection> sections)
    {
        await using var page = await HtmlPage.BeginAsync(target, IndexPath, mandate.Terms.Title);
        await page.ParagraphAsync(T("IndexLead", Format.Instant(clock.GetUtcNow().UtcDateTime), Format.Number(mandate.Checkpoint.Size)));
        foreach (var section in sections)
        {
            await page.HeadingAsync(2, section.Title);
            await page.ParagraphAsync(section.Lead);
            await page.ListAsync(section.Links);
        }

        await page.HeadingAsync(2, T("ManifestTitle"));
        await page.ParagraphAsync(T("ManifestLead"));
        await page.CodeAsync($"sha256sum -c {FileArchive.ManifestPath}");
        await page.ParagraphAsync(new Cell(FileArchive.ManifestPath, FileArchive.ManifestPath));
    }
}
