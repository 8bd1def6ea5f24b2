using static Talka.Supervision.AuditAccess.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>The signed checkpoint, the public key, and how everything is checked with them.</summary>
internal sealed class ProofPart : IFilePart
{
    private const string Checkpoint = "parbaude/kontrolpunkts.txt";
    private const string Key = "parbaude/atslega.txt";
    private const string Page = "parbaude/ka-parbaudit.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        await archive.AddTextAsync(Checkpoint, mandate.Checkpoint.Note, cancel);
        await archive.AddTextAsync(Key, mandate.Checkpoint.VerifierKey + "\n", cancel);
        await archive.AddAsync(Page, PageAsync, cancel);
        return new FileSection(T("ProofTitle"), T("ProofLead"), [new Cell(T("HowToVerify"), Page), new Cell(T("CheckpointFile"), Checkpoint), new Cell(T("KeyFile"), Key)]);
    }

    private static async Task PageAsync(Stream target)
    {
        await using var page = await HtmlPage.BeginAsync(target, Page, T("HowToVerify"));
        await page.HeadingAsync(2, T("VerifyFiles"));
        await page.ParagraphAsync(T("VerifyFilesLead"));
        await page.CodeAsync($"sha256sum -c {FileArchive.ManifestPath}");
        await page.HeadingAsync(2, T("VerifyEntry"));
        await page.ParagraphAsync(T("VerifyEntryLead"));
        await page.CodeAsync($"talka verify --proof zurnals/ieraksti/{T("EntryNumber")}.json --key {Key}");
        await page.ParagraphAsync(T("VerifyEntryHow"));
        await page.HeadingAsync(2, T("VerifyKey"));
        await page.ParagraphAsync(T("VerifyKeyLead"));
        await page.HeadingAsync(2, T("VerifyAttached"));
        await page.ParagraphAsync(T("VerifyAttachedLead"));
        await page.HeadingAsync(2, T("VerifyJournal"));
        await page.ParagraphAsync(T("VerifyJournalLead"));
        await page.CodeAsync($"talka verify --checkpoint {Checkpoint} --key {Key}");
    }
}
