using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;
using static Talka.Supervision.AuditAccess.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>What both sides agreed on beside the contract: its amendments with every answer, the years that were closed, and what was let in late.</summary>
internal sealed class AgreementPart(TalkaDb db, FileStore store) : IFilePart
{
    private const string Amendments = "vienosanas/grozijumi.html";
    private const string Late = "vienosanas/slegtie-gadi.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var amendments = await db.Amendments().Where(a => a.MandateId == mandate.Id).OrderBy(a => a.Number).ToListAsync(cancel);
        var steps = (await db.AmendmentSteps().Where(s => db.Amendments().Any(a => a.Id == s.AmendmentId && a.MandateId == mandate.Id)).OrderBy(s => s.Number).ToListAsync(cancel))
            .ToLookup(step => step.AmendmentId);
        var proposals = new List<Proposal>();
        foreach (var amendment in amendments)
        {
            var before = await db.MandateTermsAtAsync(mandate.Slug, amendment.BaseVersion, cancel);
            proposals.Add(new Proposal(amendment, TermsDifference.Between(before!, amendment.Terms), [.. steps[amendment.Id]]));
            await archive.AddTextAsync(PathOf(amendment), TermsJson.WriteForPeople(amendment.Terms) + "\n", cancel);
        }

        var locks = await db.YearLocks().Where(l => l.MandateId == mandate.Id).OrderBy(l => l.Year).ToListAsync(cancel);
        var consents = await db.LateConsents().Where(c => c.MandateId == mandate.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        await archive.AddAsync(Amendments, target => AmendmentsAsync(target, mandate.Terms, proposals), cancel);
        var documents = consents.ToDictionary(c => c.Id, c => c.IsErased ? [] : EntryPayload.Read(c.Content).Files);
        await AddDocumentsAsync(archive, documents.Values.SelectMany(files => files), cancel);
        await archive.AddAsync(Late, target => LateAsync(archive, target, mandate, locks, consents, documents), cancel);
        return new FileSection(T("AgreementsTitle"), T("AgreementsLead"),
            [new Cell(T("AmendmentsCount", Format.Number(amendments.Count)), Amendments), new Cell(T("LateCount", Format.Number(locks.Count), Format.Number(consents.Count)), Late)]);
    }

    private static async Task AmendmentsAsync(Stream target, MandateTerms terms, List<Proposal> proposals)
    {
        await using var page = await HtmlPage.BeginAsync(target, Amendments, T("AmendmentsTitle"));
        foreach (var (amendment, differences, steps) in proposals)
        {
            await page.HeadingAsync(2, T("AmendmentNo", amendment.Number, T("State" + amendment.State)));
            await page.ParagraphAsync(T("AmendmentInForce", Format.Date(amendment.InForce)));
            await page.ParagraphAsync(amendment.Reason);
            if (amendment.CarryOver is { } carry)
            {
                await page.ParagraphAsync(T("CarryOver", Format.Euro(carry.Amount), terms.StreamName(carry.Stream), Ordinals.Roman(carry.FromYear), Ordinals.Roman(carry.ToYear)));
            }

            if (differences.Count > 0)
            {
                await page.BeginTableAsync(T("Differences"), T("What"), T("Change"), T("Before"), T("After"));
                foreach (var difference in differences)
                {
                    await page.RowAsync(difference.What, difference.Act, difference.Before ?? "", difference.After ?? "");
                }

                await page.EndTableAsync();
            }

            await page.BeginTableAsync(T("Moves"), T("RecordedAt"), T("Change"), T("By"), T("Why"));
            foreach (var step in steps)
            {
                await page.RowAsync(Format.Instant(step.At), T("Act" + step.Act), ErasedPerson.Shown(step.ByName), step.Note ?? "");
            }

            await page.EndTableAsync();
            await page.ParagraphAsync(new Cell(T("ProposedTerms"), PathOf(amendment)));
        }

        if (proposals.Count == 0)
        {
            await page.ParagraphAsync(T("NoAmendments"));
        }
    }

    // What became an entry is among its files already
    private async Task AddDocumentsAsync(FileArchive archive, IEnumerable<EntryFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            if (!archive.Holds(PathOf(file)) && store.Open(file.Sha256) is { } content)
            {
                await using (content)
                {
                    await archive.AddAsync(PathOf(file), target => content.CopyToAsync(target, cancel), cancel);
                }
            }
        }
    }

    private static string PathOf(EntryFile file) => $"faili/{file.Sha256}/{FileNames.Safe(file.Name)}";

    private static async Task LateAsync(
        FileArchive archive, Stream target, FiledMandate mandate, List<YearLock> locks, List<LateConsent> consents, Dictionary<Guid, IReadOnlyList<EntryFile>> documents)
    {
        await using var page = await HtmlPage.BeginAsync(target, Late, T("LateTitle"));
        if (locks.Count == 0)
        {
            await page.ParagraphAsync(T("NoLocks"));
        }
        else
        {
            await LocksAsync(page, locks);
        }

        if (consents.Count > 0)
        {
            await ConsentsAsync(archive, page, mandate, consents, documents);
        }
    }

    private static async Task LocksAsync(HtmlPage page, List<YearLock> locks)
    {
        await page.BeginTableAsync(T("Locks"), T("Year"), T("RecordedAt"), T("By"), T("Why"));
        foreach (var one in locks)
        {
            await page.RowAsync(Ordinals.Roman(one.Year), Format.Instant(one.LockedAt), ErasedPerson.Shown(one.LockedByName), one.Why);
        }

        await page.EndTableAsync();
    }

    private static async Task ConsentsAsync(
        FileArchive archive, HtmlPage page, FiledMandate mandate, List<LateConsent> consents, Dictionary<Guid, IReadOnlyList<EntryFile>> documents)
    {
        await page.BeginTableAsync(T("Consents"), T("Year"), T("Name"), T("Day"), T("Amount"), T("AskedBy"), T("Why"), T("Status"), T("DecidedBy"), T("DecisionReason"), T("Sequence"), T("Files"));
        foreach (var one in consents)
        {
            await page.RowWithListAsync(
                Ordinals.Roman(one.Year),
                [one.IsErased ? T("LateErased") : one.Title, one.From == one.To ? Format.Date(one.From) : Format.Period(one.From, one.To), Cell.Number(one.Amount is { } amount ? Format.Amount(amount) : null),
                $"{ErasedPerson.Shown(one.AskedByName)}, {Format.Instant(one.AskedAt)}", one.Why, T("Late" + one.State),
                one.DecidedAt is { } at ? $"{ErasedPerson.Shown(one.DecidedByName)}, {Format.Instant(at)}" : "", one.DecisionReason ?? "",
                one.Sequence is { } sequence && sequence <= mandate.Checkpoint.Size ? new Cell($"{sequence}", JournalPart.ProofPath(sequence)) : new Cell("")],
                documents[one.Id].Select(file => archive.Holds(PathOf(file)) ? new Cell(file.Name, PathOf(file)) : new Cell(T("FileLost", file.Sha256))));
        }

        await page.EndTableAsync();
    }

    private static string PathOf(Amendment amendment) => $"vienosanas/grozijumi/{amendment.Number}.json";

    private sealed record Proposal(Amendment Amendment, IReadOnlyList<TermsDifference> Differences, IReadOnlyList<AmendmentStep> Steps);
}
