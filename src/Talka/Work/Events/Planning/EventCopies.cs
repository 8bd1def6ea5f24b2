using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;

namespace Talka.Work.Events.Planning;

/// <summary>
/// Makes a draft after the pattern of an event, on another day. Local times stay what they are, also over a change of the clocks. What belongs to the one event
/// alone does not go along: consent of speakers, materials, people, the recording.
/// </summary>
public sealed class EventCopies(TalkaDb db, TimeProvider clock, EventSlugs slugs, FormStore forms)
{
    /// <summary>Adds the draft; the caller saves.</summary>
    /// <param name="firstDay">Of the first session; null leaves the day to be set: the sessions keep what they are about and their times of day.</param>
    /// <param name="id">Of the draft.</param>
    internal async Task<Result<Event>> AddAsync(WholeEvent pattern, MandateTerms terms, DateOnly? firstDay, Guid? seriesId, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var source = pattern.Event;
        var sessions = firstDay is { } day ? Moved(pattern, day)
            : pattern.Sessions.Select(s => new PlannedSession(null, s.StartsAt, s.EndsAt, s.Title, s.TitleEn, s.Programme)).ToList();
        if (!sessions.Succeeded)
        {
            return Result<Event>.Failed(sessions.Errors);
        }

        if (firstDay is { } asked && sessions.Value.Select(s => EventTimes.Days(s.StartsAt, s.EndsAt, source.TimeZone))
            .SelectMany(days => new[] { terms.YearOf(days.From), terms.YearOf(days.To) }).Distinct().ToList() is not [not null])
        {
            return terms.YearOf(asked) is null ? EventErrors.OutsideMandate(asked, terms, "Day") : EventErrors.SpansYears("Day");
        }

        DateTime? startsAt = firstDay is null || sessions.Value.Count == 0 ? null : sessions.Value.Min(s => s.StartsAt);
        var copy = new Event
        {
            Id = id,
            MandateId = source.MandateId,
            Slug = await slugs.NewAsync(source.Title, startsAt, cancel),
            SeriesId = seriesId,
            Title = source.Title,
            TitleEn = source.TitleEn,
            Description = source.Description,
            DescriptionEn = source.DescriptionEn,
            Kind = source.Kind,
            Stream = source.Stream,
            TargetGroup = source.TargetGroup,
            Mode = source.Mode,
            TimeZone = source.TimeZone,
            StartsAt = startsAt,
            EndsAt = startsAt is null ? null : sessions.Value.Max(s => s.EndsAt),
            Region = source.Region,
            Venue = source.Venue,
            Address = source.Address,
            Accessibility = source.Accessibility,
            Languages = source.Languages,
            Interpretation = source.Interpretation,
            ImageSha256 = source.ImageSha256,
            ImageAlt = source.ImageAlt,
            ImageAltEn = source.ImageAltEn,
            Confirmation = source.Confirmation,
            OfferHours = source.OfferHours,
            MostInParty = source.MostInParty,
            ContactName = source.ContactName,
            ContactEmail = source.ContactEmail,
            CreatedAt = now.UtcDateTime,
            UpdatedAt = now.UtcDateTime,
        };
        db.Add(copy);
        Guid NewId() => Guid.CreateVersion7(now);
        db.AddRange(sessions.Value.Select(s => new EventSession
        {
            Id = NewId(),
            EventId = copy.Id,
            StartsAt = s.StartsAt,
            EndsAt = s.EndsAt,
            Title = s.Title,
            TitleEn = s.TitleEn,
            Programme = s.Programme,
        }));
        db.AddRange(pattern.Speakers.Select(s => new EventSpeaker { Id = NewId(), EventId = copy.Id, Ordinal = s.Ordinal, Name = s.Name, About = s.About, PhotoSha256 = s.PhotoSha256 }));
        db.AddRange(pattern.Organisations.Select(o => new EventOrganisation { EventId = copy.Id, OrganisationId = o.Id, Role = o.Role }));
        db.AddRange(pattern.Seats.Select(s => new EventSeats { EventId = copy.Id, Mode = s.Mode, Group = s.Group, Seats = s.Seats }));
        if (await forms.CurrentAsync(source.FormId, cancel) is { } questions)
        {
            copy.FormId = await forms.DefineAsync(EventFormKind.SigningUp.OwnerKind(), copy.Id, questions.Definition, cancel);
        }

        if (await forms.CurrentAsync(source.FeedbackFormId, cancel) is { } feedback)
        {
            copy.FeedbackFormId = await forms.DefineAsync(EventFormKind.Feedback.OwnerKind(), copy.Id, feedback.Definition, cancel);
        }

        return copy;
    }

    /// <summary>The sessions of a pattern as they would be when the first of them is on that day.</summary>
    internal static Result<List<PlannedSession>> Moved(WholeEvent pattern, DateOnly firstDay)
    {
        var name = pattern.Event.TimeZone;
        var zone = EventTimes.Zone(name);
        var errors = new List<Error>();
        var moved = new List<PlannedSession>();
        var by = pattern.Sessions.Count == 0 ? 0 : firstDay.DayNumber - EventTimes.Day(pattern.Sessions[0].StartsAt, name).DayNumber;
        foreach (var session in pattern.Sessions)
        {
            var (from, to) = (Moved(session.StartsAt), Moved(session.EndsAt));
            errors.AddRange(from.Errors.Concat(to.Errors));
            if (from.Succeeded && to.Succeeded)
            {
                moved.Add(new PlannedSession(null, from.Value, to.Value, session.Title, session.TitleEn, session.Programme));
            }
        }

        return errors.Count > 0 ? errors : moved;

        Result<DateTime> Moved(DateTime utc)
        {
            var local = EventTimes.Local(utc, name);
            return LocalTimes.ToUtc(DateOnly.FromDateTime(local).AddDays(by), TimeOnly.FromDateTime(local), zone, "Day");
        }
    }
}
