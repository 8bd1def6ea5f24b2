using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Organisations;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// The one way to a registration, for the public, the organiser, an import and the door. Gives a place where there is one, else the turn on the waiting list;
/// the same request again changes nothing. In a series with common registration it does so for all of its coming events.
/// </summary>
public sealed class RegisterPeople(
    TalkaDb db, SeatTransactions transactions, SeatClaims claims, SignUpCrowds crowds, RegistrationMail mail, FormStore forms, FindOrganisations organisations, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <returns>
    /// The registration. Fails with what is wrong with the person's data, with <c>event-unknown</c>, <c>event-cancelled</c>, <c>event-postponed</c>, <c>event-past</c>,
    /// <c>registration-not-open</c>, <c>registration-closed</c>; and, not for the public, with <c>already-registered</c>.
    /// </returns>
    public async Task<Result<SignedUp>> RunAsync(SignUp signUp, CancellationToken cancel) =>
        await db.Events().Where(e => e.Id == signUp.EventId).Select(EventFacts.From(db)).FirstOrDefaultAsync(cancel) is { } e
            ? await RunAsync(signUp, e, cancel) : RegistrationErrors.EventUnknown();

    /// <summary>The same for an event that was read a moment ago.</summary>
    public async Task<Result<SignedUp>> RunAsync(SignUp signUp, EventFacts e, CancellationToken cancel)
    {
        signUp = signUp with { RequestKey = CleanSignUp.RequestKey(signUp) };
        var clean = Refuse(e, signUp.Source) is { } refused ? refused : CleanSignUp.From(signUp, e, await GroupsAsync(e, cancel));
        if (clean.Succeeded)
        {
            return await RunAsync(signUp, clean.Value, await EventsAsync(e, signUp, cancel), cancel);
        }

        // What would be refused now may have been taken when it came first: as the last before the closing
        return await SameRequestAsync(signUp, cancel) is { } same ? same : Result<SignedUp>.Failed(clean.Errors);
    }

    /// <summary>What would be wrong with the person's data: for a form that shows everything that is wrong with it at once.</summary>
    public async Task<IReadOnlyList<Error>> CheckAsync(SignUp signUp, CancellationToken cancel)
    {
        var e = await db.Events().Where(e => e.Id == signUp.EventId).Select(EventFacts.From(db)).FirstOrDefaultAsync(cancel);
        return e is null ? [RegistrationErrors.EventUnknown()] : CleanSignUp.From(signUp, e, await GroupsAsync(e, cancel)).Errors;
    }

    private async Task<Result<SignedUp>> RunAsync(SignUp signUp, CleanSignUp clean, IReadOnlyList<EventFacts> events, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await AddAsync(signUp, clean, events, cancel) is { } added)
                {
                    return added;
                }
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate())
            {
                // The same person the other way at the same moment, or a short code that is taken
            }

            db.ChangeTracker.Clear();
            if (await FindAsync(signUp, clean, events, cancel) is { } found)
            {
                return found;
            }
        }

        return RegistrationErrors.Busy();
    }

    /// <summary>The target groups that have places of their own.</summary>
    internal async Task<IReadOnlyCollection<string>> GroupsAsync(EventFacts e, CancellationToken cancel) => e.HasQuotas
        ? await db.EventSeats().Where(seats => seats.EventId == e.Id && seats.Group != EventSeats.Everybody).Select(seats => seats.Group).Distinct().ToListAsync(cancel)
        : [];

    private Error? Refuse(EventFacts e, RegistrationSource source) =>
        source == RegistrationSource.Public ? SignUpGate.Refuse(e, Now) : SignUpGate.RefuseOrganiser(e, source);

    /// <summary>In the order in which they are locked.</summary>
    private async Task<IReadOnlyList<EventFacts>> EventsAsync(EventFacts e, SignUp signUp, CancellationToken cancel)
    {
        if (!e.IsCommon || signUp.Source != RegistrationSource.Public)
        {
            return [e];
        }

        var now = Now;
        return [.. (await CommonEvents.ReadAsync(db, e, now, cancel)).Where(other => other.Id == e.Id || SignUpGate.Refuse(other, now) is null)];
    }

    /// <summary>What the same request or person has already; null where something is left to do.</summary>
    private async Task<Result<SignedUp>?> FindAsync(SignUp signUp, CleanSignUp clean, IReadOnlyList<EventFacts> events, CancellationToken cancel)
    {
        if (await SameRequestAsync(signUp, cancel) is { } same)
        {
            return same;
        }

        if (clean.Email is not { } email)
        {
            return null;
        }

        var ids = events.Select(e => e.Id).ToList();
        var held = await db.Registrations().Standing().Where(r => ids.Contains(r.EventId) && r.PersonKey == email)
            .Select(r => new HeldPlace(r.Id, r.EventId, r.State)).ToListAsync(cancel);
        if (held.Count < events.Count || held.FirstOrDefault(place => place.EventId == signUp.EventId) is not { } own)
        {
            return null;
        }

        if (signUp.Source != RegistrationSource.Public)
        {
            return RegistrationErrors.AlreadyRegistered();
        }

        await mail.TellAgainAsync(own.Id, cancel);
        return new SignedUp(own.Id, own.State, WasThere: true);
    }

    private async Task<SignedUp?> SameRequestAsync(SignUp signUp, CancellationToken cancel) => signUp.RequestKey is { } key
        ? await db.Registrations().Standing().Where(r => r.EventId == signUp.EventId && r.RequestKey == key)
            .Select(r => new SignedUp(r.Id, r.State, true)).FirstOrDefaultAsync(cancel)
        : null;

    /// <returns>Null when the same request or person is there already, of a series in all events.</returns>
    private async Task<Result<SignedUp>?> AddAsync(SignUp signUp, CleanSignUp clean, IReadOnlyList<EventFacts> events, CancellationToken cancel)
    {
        // Everything that may be looked up before is, so that the places are locked for as short as can be
        var organisation = await organisations.ByNameAsync(clean.Organisation, cancel);
        var response = signUp is { Form: { } form, Answers: { } answers }
            ? await forms.SaveAsync(form.FormId, form.Version, null, answers, events.First(e => e.Id == signUp.EventId).LastDay, cancel)
            : (Guid?)null;
        if (signUp is { Source: RegistrationSource.Public, AboveSeats: false } && response is null && events is [var only])
        {
            var outcome = await crowds.JoinAsync(only.Id, new(signUp, clean, only, ModeOf(clean, only), organisation), take => AddTogetherAsync(only.Id, take));
            if (outcome.IsServed)
            {
                return outcome.Result;
            }
        }

        await using var transaction = await transactions.BeginAsync(db, signUp.EventId, cancel);
        return await AddAsync(transaction, signUp, clean, events, organisation, response, cancel);
    }

    private async Task<Result<SignedUp>?> AddAsync(
        SeatTransaction transaction, SignUp signUp, CleanSignUp clean, IReadOnlyList<EventFacts> events, Guid? organisation, Guid? response, CancellationToken cancel)
    {
        if (clean.Count > 1 || events.Count > 1)
        {
            // More than one row of the index of people: in one order, that of the events
            foreach (var e in events)
            {
                await claims.LockAsync(e.Id, cancel);
            }
        }

        var places = new List<(EventFacts Event, Registration Registration)>();
        foreach (var e in events)
        {
            if (events.Count > 1 && (await LookAsync(e.Id, signUp, clean, cancel)).IsThere)
            {
                continue;
            }

            var mode = ModeOf(clean, e);

            // Whoever waited for their turn at the claim may have waited past the event's cancelling, or behind themselves
            var (claim, (state, isThere)) = await ClaimAsync(signUp, clean, e, mode, cancel);
            if (isThere)
            {
                return null;
            }

            if (state != e.State)
            {
                db.ChangeTracker.Clear();
                return Refuse(e with { State = state ?? EventState.Draft }, signUp.Source) ?? RegistrationErrors.Busy();
            }

            var registration = Add(signUp, clean, e, mode, claim, organisation);
            registration.ResponseId = e.Id == signUp.EventId ? response : null;
            places.Add((e, registration));
        }

        if (places.Count == 0)
        {
            return null;
        }

        if (signUp.TellByMail && clean.Email is not null)
        {
            await mail.TellOfSignUpAsync(places, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        var first = places.FirstOrDefault(place => place.Event.Id == signUp.EventId, places[0]).Registration;
        return new SignedUp(first.Id, first.State, WasThere: false);
    }

    // All who have come by the time that it is their turn. Nobody's leaving breaks it off, since it is everybody's.
    private async Task<IReadOnlyList<CrowdOutcome>> AddTogetherAsync(Guid eventId, Func<IReadOnlyList<Applicant>> take)
    {
        await using var transaction = await transactions.BeginAsync(db, eventId, CancellationToken.None);
        var crowd = take();
        if (crowd is [var only])
        {
            return [new(true, await AddAsync(transaction, only.SignUp, only.Clean, [only.Event], only.Organisation, response: null, CancellationToken.None))];
        }

        var rows = await claims.LockAsync(eventId, crowd.Select(one => one.Mode), CancellationToken.None);
        var seen = new Seen[crowd.Count];
        await new Statements(db).FirstRowsAsync([.. crowd.Select(one => Question(eventId, one.SignUp, one.Clean))], (number, row) => seen[number] = ReadSeen(row), CancellationToken.None);
        var (requests, people) = (new HashSet<string>(), new HashSet<string>());
        List<Applicant> served = [.. crowd.Where((one, number) => IsOpen(number) && !seen[number].IsThere
            && people.Add(one.Clean.Email!) && (one.SignUp.RequestKey is not { } key || requests.Add(key)))];
        var given = await claims.ClaimLockedAsync(eventId, rows, [.. served.Select(one => (one.Mode, one.Clean.TargetGroup, one.Clean.Count))], CancellationToken.None);

        var signedUp = new Dictionary<Applicant, SignedUp>(ReferenceEqualityComparer.Instance);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // all are new, and each mail would look through them all
        foreach (var (one, claim) in served.Zip(given))
        {
            var registration = Add(one.SignUp, one.Clean, one.Event, one.Mode, claim, one.Organisation);
            signedUp[one] = new(registration.Id, registration.State, WasThere: false);
            await (one.SignUp.TellByMail ? mail.TellOfSignUpAsync([(one.Event, registration)], CancellationToken.None) : Task.CompletedTask);
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return [.. crowd.Select((one, number) => new CrowdOutcome(IsOpen(number), signedUp.TryGetValue(one, out var own) ? own : (Result<SignedUp>?)null))];

        // What was changed meanwhile each is told in their own language.
        bool IsOpen(int number) => seen[number].State == crowd[number].Event.State;
    }

    private static EventMode ModeOf(CleanSignUp clean, EventFacts e) => e.Offers(clean.Mode) ? clean.Mode : e.Mode;

    private async Task<(SeatClaim Claim, Seen Seen)> ClaimAsync(SignUp signUp, CleanSignUp clean, EventFacts e, EventMode mode, CancellationToken cancel)
    {
        if (!e.HasQuotas && !signUp.AboveSeats)
        {
            return await claims.ClaimAsync(e.Id, mode, clean.Count, Question(e.Id, signUp, clean), ReadSeen, cancel);
        }

        var claim = await claims.ClaimLockedAsync(e.Id, mode, clean.TargetGroup, clean.Count, signUp.AboveSeats ? ClaimWhenFull.Raise : ClaimWhenFull.Wait, cancel);
        return (claim!.Value, await LookAsync(e.Id, signUp, clean, cancel));
    }

    private async Task<Seen> LookAsync(Guid eventId, SignUp signUp, CleanSignUp clean, CancellationToken cancel) =>
        await new Statements(db).SingleAsync(Question(eventId, signUp, clean), ReadSeen, cancel) ?? default;

    private static Statement Question(Guid eventId, SignUp signUp, CleanSignUp clean) => new(
        $"""
        SELECT state,
            EXISTS (SELECT 1 FROM event_registrations WHERE event_id = $1 AND request_key = $2)
            OR EXISTS (SELECT 1 FROM event_registrations WHERE event_id = $1 AND person_key = $3 AND {Registration.StandingSql})
        FROM events WHERE id = $1
        """,
        [new(NpgsqlDbType.Uuid, eventId), new(NpgsqlDbType.Text, signUp.RequestKey), new(NpgsqlDbType.Text, clean.Email)]);

    private static Seen ReadSeen(DbDataReader row) => new(Enum.Parse<EventState>(row.GetString(0)), row.GetBoolean(1));

    private Registration Add(SignUp signUp, CleanSignUp clean, EventFacts e, EventMode mode, SeatClaim claim, Guid? organisation)
    {
        var now = clock.GetUtcNow();
        var state = !claim.HasPlaces ? RegistrationState.Waiting
            : signUp.Source == RegistrationSource.Public && e.Confirmation == Confirmation.ByMail ? RegistrationState.Unconfirmed
            : RegistrationState.Confirmed;
        var leader = Guid.CreateVersion7(now);
        var key = clean.PersonKey(leader);
        var people = clean.Others.Prepend(clean.Name).Select((name, i) => new Registration
        {
            Id = i == 0 ? leader : Guid.CreateVersion7(now),
            EventId = e.Id,
            PartyId = leader,
            Number = claim.FirstNumber + i,
            Name = name,
            Email = i == 0 ? clean.Email : null,
            Phone = i == 0 ? clean.Phone : null,
            PersonKey = i == 0 ? key : CleanSignUp.CompanionKey(key, name),
            OrganisationId = organisation,
            OrganisationName = clean.Organisation,
            TargetGroup = clean.TargetGroup,
            Mode = mode,
            State = state,
            Source = signUp.Source,
            Language = signUp.Language,
            RequestKey = i == 0 ? signUp.RequestKey : null,
            TicketCode = TicketCodes.NewTicket(),
            ShortCode = TicketCodes.NewShort(),
            CreatedAt = now.UtcDateTime,
            HeldUntil = state == RegistrationState.Unconfirmed ? Holds.Confirming(e, now.UtcDateTime) : null,
            ConfirmedAt = state == RegistrationState.Confirmed ? now.UtcDateTime : null,
        }).ToList();
        db.AddRange(people);
        return people[0];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="State">Of the event; null when it is gone.</param>
    /// <param name="IsThere">Whether the same request or person is registered.</param>
    private readonly record struct Seen(EventState? State, bool IsThere);

    private sealed record HeldPlace(Guid Id, Guid EventId, RegistrationState State);
}
