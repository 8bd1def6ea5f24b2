using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>Hands places that became free to those who wait, in their order.</summary>
public sealed class WaitingList(TalkaDb db, SeatClaims claims, RegistrationMail mail, TimeProvider clock)
{
    private const int Part = 200;
    private const int FirstPart = 20;

    /// <summary>
    /// Confirms the next of the waiting list, or offers them the place, as far as there are places. Those who came together get theirs together; while there are too few
    /// for them, nobody who waits for the same places passes.
    /// In the caller's transaction, which has locked the event and saved its own changes; the caller saves.
    /// </summary>
    /// <returns>How many people got a place; more may be due when it is <see cref="Part"/> or more.</returns>
    public async Task<int> PromoteAsync(EventFacts e, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!e.IsComing(now))
        {
            return 0;
        }

        var rows = await claims.LockAsync(e.Id, cancel);
        var promoted = 0;
        foreach (var row in rows.Where(row => row.Group == EventSeats.Everybody && row.Waiting > 0))
        {
            promoted += await PromoteAsync(e, new SeatTable(rows, row.Mode), row.Mode, now, cancel);
        }

        return promoted;
    }

    private async Task<int> PromoteAsync(EventFacts e, SeatTable seats, EventMode mode, DateTime now, CancellationToken cancel)
    {
        var promoted = 0;
        var passed = 0L;
        var held = new HashSet<string>();
        var part = FirstPart; // mostly one person gave one place back
        while (promoted < Part && seats.HasRoomBesides(held))
        {
            var waiting = await db.Set<Registration>().AsTracking()
                .Where(r => r.EventId == e.Id && r.State == RegistrationState.Waiting && r.Mode == mode && r.Number > passed)
                .OrderBy(r => r.Number).Take(part).ToListAsync(cancel);
            var parties = waiting.GroupBy(r => r.PartyId).Select(party => party.ToList()).ToList();
            if (parties.Count == 0)
            {
                return promoted;
            }

            if (waiting.Count == part && (parties.Count > 1 || part < Part))
            {
                parties.RemoveAt(parties.Count - 1); // it may be cut in two
            }

            part = Part;
            if (parties.Count == 0)
            {
                continue;
            }

            foreach (var party in parties)
            {
                var group = party[0].TargetGroup;
                if (held.Contains(seats.PoolOf(group)) || !seats.HasRoom(group, party.Count))
                {
                    held.Add(seats.PoolOf(group));
                    continue;
                }

                seats.Take(group, party.Count);
                await claims.TakeFromWaitingAsync(e.Id, mode, group, party.Count, cancel);
                await GiveAsync(e, party, await OfferHoursAsync(e, party, cancel), now, cancel);
                promoted += party.Count;
            }

            passed = parties[^1].Max(r => r.Number);
        }

        return promoted;
    }

    /// <summary>
    /// How long they have to accept it; null where the place is theirs at once. Whoever has to show by opening the link that the address is theirs, and has not
    /// yet, is asked to in any case.
    /// </summary>
    private async Task<int?> OfferHoursAsync(EventFacts e, IReadOnlyList<Registration> party, CancellationToken cancel)
    {
        if (e.OfferHours is > 0 || e.Confirmation != Confirmation.ByMail)
        {
            return e.OfferHours;
        }

        var leader = party.FirstOrDefault(r => r.Id == r.PartyId) ?? await db.Registrations().FirstOrDefaultAsync(r => r.Id == party[0].PartyId, cancel);
        return leader is { Source: RegistrationSource.Public, ConfirmedAt: null } ? Holds.HoursToConfirm : null;
    }

    /// <summary>Gives people who waited the places that were counted for them.</summary>
    internal async Task GiveAsync(EventFacts e, IReadOnlyList<Registration> party, int? offerHours, DateTime now, CancellationToken cancel)
    {
        var leader = party.FirstOrDefault(r => r.Id == r.PartyId)
            ?? await db.Set<Registration>().AsTracking().FirstOrDefaultAsync(r => r.Id == party[0].PartyId, cancel);
        var offered = offerHours is > 0 && party.Any(r => r.Email is not null);
        foreach (var registration in party)
        {
            registration.State = offered ? RegistrationState.Offered : RegistrationState.Confirmed;
            registration.HeldUntil = offered ? Holds.Offered(e, offerHours!.Value, now) : null;
            registration.ConfirmedAt = offered ? registration.ConfirmedAt : now;
            registration.Version++;
        }

        // Whoever registered others hears of their places too, with a place of their own already
        if (leader is { State: not (RegistrationState.Cancelled or RegistrationState.Lapsed) })
        {
            await mail.TellAsync(offered ? RegistrationNote.Offered : RegistrationNote.Promoted, e, leader, cancel);
        }
    }
}
