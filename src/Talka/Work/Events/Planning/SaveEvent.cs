using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Organisations;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Planning;

/// <param name="MovedForPeople">Whether time, place or link of a published event changed: what people should be told of.</param>
public sealed record SavedEvent(Guid Id, bool MovedForPeople);

/// <summary>Makes a draft of an event, or changes an event.</summary>
public sealed class SaveEvent(
    TalkaDb db, MandateAccess access, TimeProvider clock, PlanFiles files, FindOrganisations organisations, EventSlugs slugs, SaveSeats seats, WaitingList waiting)
{
    /// <param name="id">Null for a new one.</param>
    public async Task<Result<SavedEvent>> RunAsync(string mandate, Guid? id, EventForm form, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var read = await new EventReading(files, organisations).ReadAsync(form, terms, await KindsAsync(cancel), await UndatedAsync(mandate, id, cancel), cancel);
        if (!read.Succeeded)
        {
            return Result<SavedEvent>.Failed(read.Errors);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var mandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).SingleAsync(cancel);
        var saved = id is null
            ? await CreateAsync(mandateId, read.Value, form, cancel)
            : await ChangeAsync(mandateId, id.Value, read.Value, form, terms, cancel);
        if (saved.Succeeded && own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return saved;
    }

    private async Task<Result<SavedEvent>> CreateAsync(Guid mandateId, EventDraft draft, EventForm form, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var series = await SeriesAsync(mandateId, form, cancel);
        if (!series.Succeeded)
        {
            return Result<SavedEvent>.Failed(series.Errors);
        }

        var one = new Event
        {
            Id = Guid.CreateVersion7(now),
            MandateId = mandateId,
            Slug = await slugs.NewAsync(draft.Title, draft.StartsAt, cancel),
            SeriesId = series.Value,
            Title = draft.Title,
            Kind = draft.Kind,
            CreatedAt = now.UtcDateTime,
            UpdatedAt = now.UtcDateTime,
        };
        draft.WriteTo(one);
        db.Add(one);
        await EventPartsWriter.WriteAsync(db, clock, one, draft, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return EventErrors.SameMoment();
        }

        return await PutSeatsAsync(one, draft, movedForPeople: false, cancel);
    }

    private async Task<Result<SavedEvent>> ChangeAsync(Guid mandateId, Guid id, EventDraft draft, EventForm form, MandateTerms terms, CancellationToken cancel)
    {
        if (await db.Set<Event>().FirstOrDefaultAsync(e => e.Id == id && e.MandateId == mandateId, cancel) is not { } one)
        {
            return EventErrors.NotFound();
        }

        if (one.Version != form.Version)
        {
            return EventErrors.Changed();
        }

        var moved = await IsMovedAsync(one, draft, cancel);
        if (one.State is EventState.Closed or EventState.Cancelled && (moved || one.Kind != draft.Kind || one.Stream != draft.Stream || one.TargetGroup != draft.TargetGroup))
        {
            return EventErrors.ClosedStays();
        }

        if (one.State != EventState.Draft && !form.AcceptYear
            && EventYears.Of(terms, one.StartsAt, one.TimeZone) is { } from && EventYears.Of(terms, draft.StartsAt, draft.TimeZone) is { } to && from != to)
        {
            return EventErrors.YearChanges(from, to);
        }

        var series = await SeriesAsync(mandateId, form, cancel);
        if (!series.Succeeded)
        {
            return Result<SavedEvent>.Failed(series.Errors);
        }

        if (one.State == EventState.Closed && one.SeriesId != series.Value)
        {
            return EventErrors.ClosedStays(); // what the cycle counted has it in
        }

        if (one is { State: EventState.Draft, PublishedAt: null } && !EventSlugs.Tells(one.Slug, draft.Title))
        {
            one.Slug = await slugs.NewAsync(draft.Title, draft.StartsAt, cancel); // of a copy that got a title of its own
        }

        one.SeriesId = series.Value;
        var rescheduled = one.StartsAt != draft.StartsAt;
        var linkChanged = one.OnlineLink != draft.OnlineLink;
        draft.WriteTo(one);
        one.Version = form.Version + 1;
        one.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        var tells = one.State is EventState.Published or EventState.Postponed && (moved || linkChanged);
        if (tells)
        {
            one.Sequence++;
        }

        await EventPartsWriter.WriteAsync(db, clock, one, draft, cancel);
        if (rescheduled)
        {
            await Reminders.MoveAsync(db, one, one.UpdatedAt, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return EventErrors.Changed();
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return EventErrors.SameMoment();
        }

        return await PutSeatsAsync(one, draft, tells && one.State == EventState.Published, cancel);
    }

    private async Task<Result<Guid?>> SeriesAsync(Guid mandateId, EventForm form, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(form.Series))
        {
            return (Guid?)null;
        }

        return Guid.TryParse(form.Series, out var series) && await db.EventSeries().AnyAsync(s => s.Id == series && s.MandateId == mandateId, cancel)
            ? series
            : EventErrors.SeriesNotFound();
    }

    private async Task<Result<SavedEvent>> PutSeatsAsync(Event one, EventDraft draft, bool movedForPeople, CancellationToken cancel)
    {
        var put = await seats.PutAsync(one.Id, draft.Seats, cancel);
        if (put.Count > 0)
        {
            return Result<SavedEvent>.Failed(put);
        }

        // There may be more seats now than before
        var facts = await db.Events().Where(e => e.Id == one.Id).Select(EventFacts.From(db)).SingleAsync(cancel);
        while (await waiting.PromoteAsync(facts, cancel) > 0)
        {
            await db.SaveChangesAsync(cancel);
        }

        return new SavedEvent(one.Id, movedForPeople);
    }

    // Time or place; the private link is told apart, as nothing public says it
    private async Task<bool> IsMovedAsync(Event one, EventDraft draft, CancellationToken cancel)
    {
        if (one.Mode != draft.Mode || one.Venue != draft.Venue || one.Address != draft.Address || one.TimeZone != draft.TimeZone)
        {
            return true;
        }

        // A session that stands in the place of another is another in calendars, also at the same time
        var before = await db.EventSessions().Where(s => s.EventId == one.Id).Select(s => new { s.Id, s.StartsAt, s.EndsAt }).ToListAsync(cancel);
        return !before.Select(s => ((Guid?)s.Id, s.StartsAt, s.EndsAt)).ToHashSet().SetEquals(draft.Sessions.Select(s => (s.Id, s.StartsAt, s.EndsAt)));
    }

    private async Task<IReadOnlyDictionary<Guid, DateOnly>> UndatedAsync(string mandate, Guid? id, CancellationToken cancel)
    {
        var sessions = from session in db.EventSessions()
                       join e in db.EventsOf(mandate) on session.EventId equals e.Id
                       where e.Id == id && e.StartsAt == null
                       select new { session.Id, session.StartsAt, e.TimeZone };
        return await sessions.ToDictionaryAsync(session => session.Id, session => EventTimes.Day(session.StartsAt, session.TimeZone), cancel);
    }

    private async Task<IReadOnlySet<string>> KindsAsync(CancellationToken cancel) =>
        (await EventChoices.KindsAsync(db, cancel)).Select(kind => kind.Value).ToHashSet(StringComparer.Ordinal);
}
