using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Records;

/// <summary>Records a piece of work by hand. Money has its own way in, where the budget is checked.</summary>
public sealed class RecordEntry(TalkaDb db, JournalWriter journal)
{
    public async Task<Result<JournalEntry>> RunAsync(string mandate, EntryForm form, IReadOnlyList<EntryFile> files, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var kind = RecordableKind(form.Kind, await db.JournalKinds().FirstOrDefaultAsync(k => k.Code == form.Kind, cancel));
        if (!kind.Succeeded)
        {
            return Result<JournalEntry>.Failed(kind.Errors);
        }

        var content = EntryReading.Read(terms, kind.Value, form, files, Source);
        return content.Succeeded
            ? await journal.AppendAsync(content.Value, cancel)
            : Result<JournalEntry>.Failed(content.Errors);
    }

    /// <summary>An entry recorded by hand is all there is of it.</summary>
    internal static EntrySource Source { get; } = new("records");

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
