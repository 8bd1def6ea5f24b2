using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>What somebody who signs up now would get, told before they send.</summary>
/// <param name="Free">Null for no limit.</param>
/// <param name="Waiting">How many wait already; above zero, or with no place free, the next one waits too.</param>
public sealed record SeatOutlook(EventMode Mode, string Group, int? Free, int Waiting)
{
    public bool IsFull => Free <= 0 || Waiting > 0;

    /// <summary>By way of taking part and, where target groups have places of their own, by group; what is for everybody else under the empty name.</summary>
    public static async Task<IReadOnlyList<SeatOutlook>> ReadAsync(TalkaDb db, EventFacts e, CancellationToken cancel)
    {
        var rows = await db.EventSeats().Where(seats => seats.EventId == e.Id).ToListAsync(cancel);
        return
        [
            .. rows.Where(row => e.Offers(row.Mode)).GroupBy(row => row.Mode).Where(mode => mode.Any(row => row.Group == EventSeats.Everybody)).OrderBy(mode => mode.Key)
                .SelectMany(mode =>
                {
                    var table = new SeatTable(rows, mode.Key);
                    return mode.OrderBy(row => row.Group, StringComparer.Ordinal).Select(row => new SeatOutlook(mode.Key, row.Group, table.Room(row.Group), Math.Max(0, table.Waiting(row.Group))));
                }),
        ];
    }
}
