using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Records.Listing;

/// <summary>Which entries of a mandate's journal are wanted. Its members are the query of the page's address.</summary>
/// <param name="Show"><c>all</c> also shows what was replaced or voided; anything else only what counts.</param>
public sealed record JournalFilter(string Mandate, int? Year, string? Stream, string? Kind, string? Text, string? Show)
{
    public bool ShowsAll => Show == "all";

    public bool IsNarrow => Year is not null || !string.IsNullOrEmpty(Stream) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrWhiteSpace(Text);

    public IQueryable<JournalEntry> Apply(TalkaDb db) => Narrow(ShowsAll ? db.JournalEntries() : db.EffectiveEntries());

    /// <summary>What counts of the filtered entries, added up.</summary>
    public async Task<JournalTotals> TotalsAsync(TalkaDb db, CancellationToken cancel)
    {
        var counted = Narrow(db.EffectiveEntries());
        var sums = await counted.GroupBy(_ => 1).Select(all => new
        {
            Entries = all.Count(),
            Quantity = all.Sum(e => e.Quantity ?? 1),
            Participants = all.Sum(e => e.Participants),
            Known = all.Count(e => e.Participants != null),
            About = all.Count(e => e.ParticipantsApproximate == true),
        }).FirstOrDefaultAsync(cancel);
        var amounts = await counted.Where(e => e.Amount != null).GroupBy(e => new { e.Kind, Amount = e.Amount!.Value })
            .Select(same => new { same.Key.Kind, same.Key.Amount, Count = same.Count() }).ToListAsync(cancel);
        return new JournalTotals(
            sums?.Entries ?? 0, sums?.Quantity ?? 0, sums?.Known > 0 ? sums.Participants : null, sums?.About > 0,
            amounts.DistinctBy(same => same.Kind).Count() != 1 ? null : new Money(amounts.Sum(same => same.Amount.Cents * same.Count)));
    }

    /// <summary>The filter as the query of an address, with what comes on top of it.</summary>
    public string Query(params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] own =
            [("year", Year?.ToString(CultureInfo.InvariantCulture)), ("stream", Stream), ("kind", Kind), ("text", Text), ("show", ShowsAll ? Show : null)];
        return QueryString.Create(own.Concat(more).Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToString();
    }

    private IQueryable<JournalEntry> Narrow(IQueryable<JournalEntry> entries)
    {
        entries = entries.Where(e => e.Mandate == Mandate);
        if (Year is { } year)
        {
            entries = entries.Where(e => e.Year == year);
        }

        if (!string.IsNullOrEmpty(Stream))
        {
            entries = entries.Where(e => e.Stream == Stream);
        }

        if (!string.IsNullOrEmpty(Kind))
        {
            entries = entries.Where(e => e.Kind == Kind);
        }

        foreach (var word in TextSearch.Words(Text))
        {
            entries = entries.Where(e => TextSearch.Fold((e.Title ?? "") + " " + (e.Description ?? "") + " " + (e.Place ?? "")).Contains(word));
        }

        return entries;
    }
}

/// <param name="Participants">Null when no entry knows them.</param>
/// <param name="Amount">Of one kind of entries; null when several kinds have amounts, as what was spent and what was carried over make no sum.</param>
public sealed record JournalTotals(int Entries, long Quantity, long? Participants, bool ParticipantsApproximate, Money? Amount);
