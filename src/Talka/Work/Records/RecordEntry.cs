using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Records;

/// <summary>Records a piece of work by hand. Money has its own way in, where the budget is checked.</summary>
public sealed class RecordEntry(TalkaDb db, MandateAccess access, JournalWriter journal, DoubleTap doubleTap)
{
    public async Task<Result<JournalEntry>> RunAsync(string mandate, EntryForm form, IReadOnlyList<EntryFile> files, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RecordWork, cancel) is { } refused)
        {
            return refused;
        }

        // The years of the contract must stay as they are until the entry stands in one of them.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var kind = RecordableKind(form.Kind, await FindKindAsync(db, form.Kind, cancel));
        if (!kind.Succeeded)
        {
            return Result<JournalEntry>.Failed(kind.Errors);
        }

        var content = EntryReading.Read(terms, kind.Value, form, files, Source);
        if (!content.Succeeded)
        {
            return Result<JournalEntry>.Failed(content.Errors);
        }

        if (await doubleTap.FindAsync(content.Value, cancel) is { } already)
        {
            return already;
        }

        var entry = await journal.AppendAsync(content.Value, cancel);
        if (entry.Succeeded && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return entry;
    }

    /// <summary>An entry recorded by hand is all there is of it.</summary>
    internal static EntrySource Source { get; } = new("records");

    /// <summary>The kind of a code that came from outside, which may be anything.</summary>
    internal static async Task<JournalKind?> FindKindAsync(TalkaDb db, string? typed, CancellationToken cancel) =>
        typed is null || !PlainText.IsStorable(typed) ? null : await db.JournalKinds().FirstOrDefaultAsync(k => k.Code == typed, cancel);

    /// <summary>The kind, if a person may record it.</summary>
    /// <param name="typed">The code that was asked for.</param>
    /// <param name="kind">The kind of that code; null when there is none.</param>
    internal static Result<JournalKind> RecordableKind(string? typed, JournalKind? kind) =>
        string.IsNullOrWhiteSpace(typed) ? RecordErrors.KindMissing()
        : kind is null ? RecordErrors.KindUnknown(typed)
        : kind.IsMoney ? RecordErrors.KindOfMoney(kind.Name)
        : kind.IsSystem ? RecordErrors.KindOfSystem(kind.Name)
        : kind;
}
