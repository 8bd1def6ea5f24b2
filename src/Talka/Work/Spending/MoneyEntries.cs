using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Spending;

/// <summary>Which money entries to list. An absent filter lets all through.</summary>
/// <param name="Text">Stands in the title, payee, document number or category.</param>
public sealed record MoneyFilter(int? Year, string? Stream, string? Kind, string? Text)
{
    public bool IsEmpty => this is { Year: null, Stream: null, Kind: null, Text: null };
}

/// <summary>One effective money entry, as the list and the spreadsheet show it.</summary>
public sealed record MoneyLine(
    long Sequence, string Kind, int Year, int? ToYear, string? Stream, DateOnly Date, string? Title, Money Amount, string? Category, string? Payee,
    string? DocumentNumber, long? Concerns, string? Note, string? ExternalId, bool IsLate);

internal static class MoneyEntries
{
    public static IQueryable<JournalEntry> Filtered(this TalkaDb db, string mandate, MoneyFilter filter)
    {
        var entries = db.EffectiveEntries().Where(e => e.Mandate == mandate && Kinds.Money.Contains(e.Kind));
        entries = filter.Year is { } year ? entries.Where(e => e.Year == year) : entries;
        entries = filter.Stream is { } stream ? entries.Where(e => e.Stream == stream) : entries;
        entries = filter.Kind is { } kind ? entries.Where(e => e.Kind == kind) : entries;
        foreach (var word in TextSearch.Words(filter.Text))
        {
            entries = entries.Where(e =>
                TextSearch.Fold(e.Title!).Contains(word) || TextSearch.Fold(e.Payee!).Contains(word)
                || TextSearch.Fold(e.Category!).Contains(word) || TextSearch.Fold(e.DocumentNumber!).Contains(word));
        }

        return entries;
    }

    public static IQueryable<MoneyLine> Lines(this IQueryable<JournalEntry> entries) => entries.Select(e => new MoneyLine(
        e.Sequence, e.Kind, e.Year!.Value, e.ToYear, e.Stream, e.DateFrom!.Value, e.Title, e.Amount!.Value, e.Category, e.Payee,
        e.DocumentNumber, e.Concerns, e.Note, e.ExternalId, e.IsLate == true));
}
