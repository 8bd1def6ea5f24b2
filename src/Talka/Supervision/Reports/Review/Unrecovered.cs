using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Supervision.Reports.Review;

/// <summary>An ineligible amount that has not all come back.</summary>
/// <param name="Expense">Sequence of the expense; null where it is not known.</param>
public sealed record Unrecovered(long Sequence, long? Expense, int Year, DateOnly DecidedOn, Money Amount, Money Recovered)
{
    public Money Left => Amount - Recovered;
}

public static class UnrecoveredQueries
{
    /// <summary>The oldest first.</summary>
    public static async Task<IReadOnlyList<Unrecovered>> UnrecoveredAsync(this TalkaDb db, string slug, CancellationToken cancel)
    {
        var movements = await db.MoneyMovementsAsync(slug, cancel);
        var open = (from ineligible in movements
                    where ineligible.Kind == Kinds.Ineligible
                    let recovered = movements.Where(m => m.Kind == Kinds.Recovery && m.Concerns == ineligible.Sequence).Sum(m => m.Amount)
                    where recovered < ineligible.Amount
                    select (Movement: ineligible, Recovered: recovered)).ToList();
        var sequences = open.Select(one => one.Movement.Sequence).ToList();
        var days = await db.JournalEntries().Where(e => sequences.Contains(e.Sequence) && e.DateFrom != null).ToDictionaryAsync(e => e.Sequence, e => e.DateFrom!.Value, cancel);
        return [.. open.Select(one => new Unrecovered(
            one.Movement.Sequence, one.Movement.Concerns, one.Movement.Year, days.GetValueOrDefault(one.Movement.Sequence), one.Movement.Amount, one.Recovered))
            .OrderBy(one => one.DecidedOn).ThenBy(one => one.Sequence)];
    }
}
