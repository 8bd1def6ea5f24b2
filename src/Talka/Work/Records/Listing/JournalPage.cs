using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Records.Listing;

/// <summary>One page of a journal, the newest work first.</summary>
/// <param name="Newer">Cursor of the page before this one; null on the first.</param>
/// <param name="Older">Cursor of the page after this one; null on the last.</param>
internal sealed record JournalPage(IReadOnlyList<JournalRow> Rows, string? Newer, string? Older)
{
    public const int Size = 50;

    public static async Task<JournalPage> LoadAsync(TalkaDb db, JournalFilter filter, string? after, string? before, CancellationToken cancel)
    {
        var entries = filter.Apply(db);
        if (Cursor(before) is var (newerDay, newerSequence))
        {
            var rows = await Read(db, entries.Where(e => e.DateFrom > newerDay || (e.DateFrom == newerDay && e.Sequence > newerSequence))
                .OrderBy(e => e.DateFrom).ThenBy(e => e.Sequence).Take(Size + 1)).ToListAsync(cancel);
            var more = rows.Count > Size;
            rows = [.. rows.Take(Size).OrderByDescending(row => row.From).ThenByDescending(row => row.Sequence)];
            return new JournalPage(rows, more ? rows[0].Cursor : null, rows.Count == 0 ? null : rows[^1].Cursor);
        }

        if (Cursor(after) is var (olderDay, olderSequence))
        {
            entries = entries.Where(e => e.DateFrom < olderDay || (e.DateFrom == olderDay && e.Sequence < olderSequence));
        }

        var page = await Read(db, entries.OrderByDescending(e => e.DateFrom).ThenByDescending(e => e.Sequence).Take(Size + 1)).ToListAsync(cancel);
        return new JournalPage(
            [.. page.Take(Size)], Cursor(after) is not null && page.Count > 0 ? page[0].Cursor : null, page.Count > Size ? page[Size - 1].Cursor : null);
    }

    private static IQueryable<JournalRow> Read(TalkaDb db, IQueryable<JournalEntry> entries) => entries.Select(e => new JournalRow(
        e.Sequence, e.Kind, e.Title, e.DateFrom!.Value, e.DateTo!.Value, e.Year!.Value, e.Stream, e.Place, e.Quantity, e.QuantityApproximate == true,
        e.Participants, e.ParticipantsApproximate == true, e.Amount, e.Correction, e.IsLate == true,
        db.Set<JournalEntry>().Where(later => later.Corrects == e.Sequence).Select(later => later.Correction).FirstOrDefault()));

    private static (DateOnly Day, long Sequence)? Cursor(string? text) =>
        text?.Split('.') is [var day, var sequence]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (from, number)
            : null;
}

/// <param name="LaterCorrection">What became of it, when it no longer counts.</param>
internal sealed record JournalRow(
    long Sequence, string Kind, string? Title, DateOnly From, DateOnly To, int Year, string? Stream, string? Place, long? Quantity, bool QuantityApproximate,
    long? Participants, bool ParticipantsApproximate, Money? Amount, CorrectionKind? Correction, bool IsLate, CorrectionKind? LaterCorrection)
{
    public string Cursor => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}.{Sequence}");
}
