using System.Linq.Expressions;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>What signing up has to know of an event.</summary>
public sealed record EventFacts
{
    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }
    public required string Slug { get; init; }
    public required EventState State { get; init; }
    public required string TitleLv { get; init; }
    public string? TitleEn { get; init; }
    public EventMode Mode { get; init; }
    public required string TimeZone { get; init; }
    public DateTime? StartsAt { get; init; }
    public DateTime? EndsAt { get; init; }
    public string? Venue { get; init; }
    public string? Address { get; init; }
    public string? OnlineLink { get; init; }
    public DateTime? OpensAt { get; init; }
    public DateTime? ClosesAt { get; init; }
    public Confirmation Confirmation { get; init; }
    public int? OfferHours { get; init; }
    public int MostInParty { get; init; }
    public Guid? FormId { get; init; }
    public Guid? FeedbackFormId { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? RecordingLink { get; init; }
    public string? StateReason { get; init; }
    public Guid? SeriesId { get; init; }

    /// <summary>Whether one registration is for all events of the series.</summary>
    public bool IsCommon { get; init; }

    /// <summary>Whether a target group has places of its own.</summary>
    public bool HasQuotas { get; init; }

    /// <summary>Whether its people were taken out after their time.</summary>
    public bool IsErased { get; init; }

    public static Expression<Func<Event, EventFacts>> From(TalkaDb db)
    {
        // A call within the question would be compiled each time that it is asked
        var (series, seats) = (db.EventSeries(), db.EventSeats());
        return e => new EventFacts
        {
            Id = e.Id,
            MandateId = e.MandateId,
            Slug = e.Slug,
            State = e.State,
            TitleLv = e.Title,
            TitleEn = e.TitleEn,
            Mode = e.Mode,
            TimeZone = e.TimeZone,
            StartsAt = e.StartsAt,
            EndsAt = e.EndsAt,
            Venue = e.Venue,
            Address = e.Address,
            OnlineLink = e.OnlineLink,
            OpensAt = e.OpensAt,
            ClosesAt = e.ClosesAt,
            Confirmation = e.Confirmation,
            OfferHours = e.OfferHours,
            MostInParty = e.MostInParty,
            FormId = e.FormId,
            FeedbackFormId = e.FeedbackFormId,
            ContactName = e.ContactName,
            ContactEmail = e.ContactEmail,
            RecordingLink = e.RecordingLink,
            StateReason = e.StateReason,
            SeriesId = e.SeriesId,
            IsCommon = e.SeriesId != null && series.Any(one => one.Id == e.SeriesId && one.CommonRegistration),
            IsErased = e.ErasedAt != null,
            HasQuotas = seats.Any(row => row.EventId == e.Id && row.Group != EventSeats.Everybody),
        };
    }

    public string Title => EventText.TitleOf(TitleLv, TitleEn);

    public bool Offers(EventMode mode) => mode != EventMode.Hybrid && (Mode == mode || Mode == EventMode.Hybrid);

    /// <summary>Whether it is behind. A postponed one is not, whatever day it had: that no longer holds.</summary>
    public bool IsOver(DateTime now) => State == EventState.Closed || (State != EventState.Postponed && EndsAt <= now);

    /// <summary>Whether what people said and chose still counts for something: it is to come, or going on.</summary>
    public bool IsComing(DateTime now) => State is EventState.Published or EventState.Postponed && !IsOver(now);

    /// <summary>The day of the end by the clocks of the event.</summary>
    public DateOnly? LastDay => EndsAt is { } end ? EventTimes.Day(end, TimeZone) : null;

    /// <summary>When it takes place, by its own clocks.</summary>
    public string When() => this is { StartsAt: { } from, EndsAt: { } to } ? EventTimes.Period(from, to, TimeZone) : Texts.T("NoTimeYet");

    /// <summary>An instant by the clocks of the event.</summary>
    public string Instant(DateTime utc) => EventTimes.Instant(utc, TimeZone);
}
