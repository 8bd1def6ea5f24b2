using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Records;

/// <summary>An entry that is about to be corrected or voided, read while the journal is locked, so that it cannot change any more.</summary>
internal sealed record CorrectionTarget(MandateTerms Terms, EntryContent Content, JournalKind Kind)
{
    public static async Task<Result<CorrectionTarget>> FindAsync(TalkaDb db, string mandate, long sequence, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var found = await db.JournalEntries().Where(e => e.Sequence == sequence)
            .Select(e => new
            {
                Entry = e,
                Kind = db.Set<JournalKind>().FirstOrDefault(k => k.Code == e.Kind),
                Later = db.Set<JournalEntry>().Where(later => later.Corrects == e.Sequence).Select(later => new { later.Sequence, later.Correction }).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        if (found?.Entry is { Payload: null })
        {
            return RecordErrors.ErasedMeanwhile(sequence);
        }

        if (found?.Entry.Payload is not { } payload || EntryPayload.Read(payload) is not { } content || content.Mandate != mandate || found.Kind is null)
        {
            return RecordErrors.NotFound(sequence);
        }

        if (found.Later is { } later)
        {
            return later.Correction == CorrectionKind.Voids
                ? RecordErrors.VoidedMeanwhile(sequence, later.Sequence)
                : RecordErrors.CorrectedMeanwhile(sequence, later.Sequence);
        }

        return content.Correction == CorrectionKind.Voids || found.Kind.IsSystem
            ? RecordErrors.NotCorrectable(sequence)
            : new CorrectionTarget(terms, content, found.Kind);
    }

    /// <summary>The rules of the contract's money that would break with a replacement or voiding of the entry.</summary>
    public async Task<IReadOnlyList<Error>> BrokenMoneyRulesAsync(TalkaDb db, EntryContent after, CancellationToken cancel) =>
        Kind.IsMoney ? Terms.CheckMoneyWith(await db.MoneyMovementsAsync(Terms.Slug, cancel), after) : [];
}
