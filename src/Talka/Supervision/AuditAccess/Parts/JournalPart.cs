using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Journal;
using static Talka.Supervision.AuditAccess.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>
/// Each entry as a proof of its own, with what it says and the salt, which show that it is what was recorded; a table of the entries of each year;
/// and the files that are attached, each once, under its hash.
/// </summary>
internal sealed class JournalPart(TalkaDb db, JournalProofs proofs, FileStore store) : IFilePart
{
    private const int Batch = 200;
    private const string Erased = "zurnals/dzestie.html";

    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var (entries, lost) = (0L, new List<string>());
        await foreach (var batch in BatchesAsync(mandate, year: null, cancel))
        {
            entries += batch.Count;
            await ProveAsync(archive, mandate, [.. batch.Select(line => line.Sequence)], cancel);
            foreach (var file in batch.SelectMany(line => line.Files).Where(file => !archive.Holds(PathOf(file))))
            {
                if (store.Open(file.Sha256) is { } content)
                {
                    await using (content)
                    {
                        await archive.AddAsync(PathOf(file), target => content.CopyToAsync(target, cancel), cancel);
                    }
                }
                else
                {
                    lost.Add(file.Sha256);
                }
            }
        }

        var kinds = await db.JournalKinds().ToDictionaryAsync(kind => kind.Code, kind => kind.Name, cancel);
        List<Cell> links = [];
        foreach (var year in mandate.Terms.Years)
        {
            var path = $"zurnals/gads-{year.Ordinal}.html";
            await archive.AddAsync(path, target => YearAsync(archive, target, path, mandate, year.Ordinal, kinds, cancel), cancel);
            links.Add(new Cell(T("EntriesOfYear", Ordinals.Roman(year.Ordinal), Format.Period(year.From, year.To)), path));
        }

        if (await ErasedAsync(archive, mandate, cancel))
        {
            links.Add(new Cell(T("ErasedTitle"), Erased));
        }

        links.AddRange(lost.Distinct().Select(hash => new Cell(T("FileLost", hash))));
        return new FileSection(T("JournalTitle"), T("JournalLead", Format.Number(entries)), links);
    }

    public static string ProofPath(long sequence) => $"zurnals/ieraksti/{sequence}.json";

    private static string PathOf(JournalFile file) => $"faili/{file.Sha256}/{FileNames.Safe(file.Name)}";

    private async Task ProveAsync(FileArchive archive, FiledMandate mandate, IReadOnlyCollection<long> sequences, CancellationToken cancel)
    {
        foreach (var proof in await proofs.OfEntriesAsync(sequences, mandate.Checkpoint, cancel))
        {
            await archive.AddTextAsync(ProofPath(proof.Sequence), proof.ToJson(), cancel);
        }
    }

    private async Task YearAsync(
        FileArchive archive, Stream target, string path, FiledMandate mandate, int year, Dictionary<string, string> kinds, CancellationToken cancel)
    {
        await using var page = await HtmlPage.BeginAsync(target, path, T("EntriesTitle", Ordinals.Roman(year)));
        await page.BeginTableAsync(
            T("EntriesCaption"), T("Sequence"), T("Day"), T("Kind"), T("Name"), T("Stream"), T("Quantity"), T("Participants"), T("Amount"), T("Status"), T("RecordedAt"), T("Files"));
        await foreach (var batch in BatchesAsync(mandate, year, cancel))
        {
            foreach (var line in batch)
            {
                await page.RowWithListAsync(
                    new Cell($"{line.Sequence}", ProofPath(line.Sequence)),
                    [
                        line.From == line.To ? Format.Date(line.From) : $"{Format.Date(line.From)} – {Format.Date(line.To)}", kinds.GetValueOrDefault(line.Kind, line.Kind), line.Title,
                        line.Stream is { } stream ? Talka.Mandates.MandateMoney.StreamName(mandate.Terms, stream) : null,
                        Cell.Number(line.Quantity is { } quantity ? Format.Number(quantity) : null), Cell.Number(line.Participants is { } came ? Format.Number(came) : null),
                        Cell.Number(line.Amount is { } amount ? Format.Amount(amount) : null), line.IsLate ? T("StatusLate", Status(line)) : Status(line), Format.Instant(line.RecordedAt),
                    ],
                    line.Files.Select(file => archive.Holds(PathOf(file)) ? new Cell(file.Name, PathOf(file)) : new Cell(file.Name)));
            }
        }

        await page.EndTableAsync();
    }

    private static string Status(Line line) => line switch
    {
        { Became: CorrectionKind.Voids } => T("StatusVoided"),
        { Became: CorrectionKind.Replaces } => T("StatusReplaced"),
        { Correction: CorrectionKind.Voids } => T("StatusVoids", line.Corrects),
        { Correction: CorrectionKind.Replaces } => T("StatusReplaces", line.Corrects),
        _ => T("StatusCounts"),
    };

    // What was erased no longer says whose it was: the erasures do.
    private async Task<bool> ErasedAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var erasures = await db.JournalEntries().Where(e => e.Mandate == mandate.Slug && e.Kind == Kinds.Erasure && e.Sequence <= mandate.Checkpoint.Size)
            .OrderBy(e => e.Sequence).Select(e => new { e.Sequence, Concerns = e.Concerns!.Value, e.RecordedAt, e.Reason }).ToListAsync(cancel);
        foreach (var some in erasures.Chunk(Batch))
        {
            await ProveAsync(archive, mandate, [.. some.Select(erasure => erasure.Concerns)], cancel);
        }

        if (erasures.Count > 0)
        {
            await archive.AddAsync(Erased, async target =>
            {
                await using var page = await HtmlPage.BeginAsync(target, Erased, T("ErasedTitle"));
                await page.ParagraphAsync(T("ErasedLead"));
                await page.BeginTableAsync(T("ErasedTitle"), T("Sequence"), T("RecordedAt"), T("Why"), T("ErasedBy"));
                foreach (var erasure in erasures)
                {
                    await page.RowAsync(
                        new Cell($"{erasure.Concerns}", ProofPath(erasure.Concerns)), Format.Instant(erasure.RecordedAt), erasure.Reason ?? "",
                        new Cell($"{erasure.Sequence}", ProofPath(erasure.Sequence)));
                }

                await page.EndTableAsync();
            }, cancel);
        }

        return erasures.Count > 0;
    }

    // In the order of the work, a few at a time: between them the connection is free for other questions.
    private async IAsyncEnumerable<IReadOnlyList<Line>> BatchesAsync(
        FiledMandate mandate, int? year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var entries = db.JournalEntries().Where(e => e.Mandate == mandate.Slug && e.Sequence <= mandate.Checkpoint.Size && (year == null || e.Year == year));
        var (day, sequence) = (DateOnly.MinValue, 0L);
        while (true)
        {
            var (lastDay, lastSequence) = (day, sequence);
            var rows = await entries.Where(e => e.DateFrom > lastDay || (e.DateFrom == lastDay && e.Sequence > lastSequence))
                .OrderBy(e => e.DateFrom).ThenBy(e => e.Sequence).Take(Batch)
                .Select(e => new Line(
                    e.Sequence, e.Kind, e.Title, e.DateFrom!.Value, e.DateTo!.Value, e.Stream, e.Quantity, e.Participants, e.Amount, e.RecordedAt, e.IsLate == true, e.Corrects, e.Correction,
                    db.Set<JournalEntry>().Where(later => later.Corrects == e.Sequence && later.Sequence <= mandate.Checkpoint.Size).Select(later => later.Correction).FirstOrDefault()))
                .ToListAsync(cancel);
            if (rows.Count == 0)
            {
                yield break;
            }

            var sequences = rows.Select(row => row.Sequence).ToList();
            var files = (await db.JournalFiles().Where(file => sequences.Contains(file.Sequence)).OrderBy(file => file.Position).ToListAsync(cancel)).ToLookup(file => file.Sequence);
            yield return [.. rows.Select(row => row with { Files = [.. files[row.Sequence]] })];
            (day, sequence) = (rows[^1].From, rows[^1].Sequence);
        }
    }

    private sealed record Line(
        long Sequence, string Kind, string? Title, DateOnly From, DateOnly To, string? Stream, long? Quantity, long? Participants, Money? Amount, DateTime RecordedAt, bool IsLate,
        long? Corrects, CorrectionKind? Correction, CorrectionKind? Became)
    {
        public IReadOnlyList<JournalFile> Files { get; init; } = [];
    }
}
