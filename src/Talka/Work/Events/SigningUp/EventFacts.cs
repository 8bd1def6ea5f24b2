using System.Globalization;
using System.Linq.Expressions;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

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

    public static Expression<Func<Event, EventFacts>> From(TalkaDb db) => e => new EventFacts
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
        IsCommon = e.SeriesId != null && db.EventSeries().Any(series => series.Id == e.SeriesId && series.CommonRegistration),
        HasQuotas = db.EventSeats().Any(seats => seats.EventId == e.Id && seats.Group != EventSeats.Everybody),
    };

    public string Title => Languages.Current == Languages.English ? TitleEn ?? TitleLv : TitleLv;

    public bool Offers(EventMode mode) => Mode == mode || (Mode == EventMode.Hybrid && mode != EventMode.Hybrid);

    /// <summary>The day of the end by the clocks of the event.</summary>
    public DateOnly? LastDay => EndsAt is { } end ? DateOnly.FromDateTime(Local(end)) : null;

    /// <summary>When it takes place, by its own clocks: <c>15.07.2026. 10:00–16:00</c>.</summary>
    public string When()
    {
        if (StartsAt is not { } start)
        {
            return Texts.T("NoTimeYet");
        }

        var (from, to) = (Local(start), Local(EndsAt ?? start));
        var zone = TimeZone == Riga.Zone.Id ? "" : $" ({TimeZone})";
        return (from.Date == to.Date
            ? from == to ? At(from) : $"{At(from)}–{Clock(to)}"
            : $"{At(from)} – {At(to)}") + zone;
    }

    /// <summary>An instant by the clocks of the event.</summary>
    public string Instant(DateTime utc) => At(Local(utc));

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(
        DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : Riga.Zone);

    private static string At(DateTime local) => Format.Date(DateOnly.FromDateTime(local)) + " " + Clock(local);

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
