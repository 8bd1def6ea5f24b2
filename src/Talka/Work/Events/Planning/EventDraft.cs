namespace Talka.Work.Events.Planning;

/// <summary>An event as the form says it, read and in itself without contradiction.</summary>
internal sealed record EventDraft
{
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public string? Description { get; init; }
    public string? DescriptionEn { get; init; }
    public required string Kind { get; init; }
    public string? Stream { get; init; }
    public string? TargetGroup { get; init; }
    public required string TimeZone { get; init; }
    public required IReadOnlyList<PlannedSession> Sessions { get; init; }
    public required EventMode Mode { get; init; }
    public string? Region { get; init; }
    public string? Venue { get; init; }
    public string? Address { get; init; }
    public string? Accessibility { get; init; }
    public string? OnlineLink { get; init; }
    public required string Languages { get; init; }
    public string? Interpretation { get; init; }
    public string? ImageSha256 { get; init; }
    public string? ImageAlt { get; init; }
    public string? ImageAltEn { get; init; }
    public required IReadOnlyList<PlannedOrganisation> Organisations { get; init; }
    public required IReadOnlyList<PlannedSpeaker> Speakers { get; init; }
    public required IReadOnlyList<PlannedMaterial> Materials { get; init; }
    public required IReadOnlyList<PlannedSeats> Seats { get; init; }
    public DateTime? OpensAt { get; init; }
    public DateTime? ClosesAt { get; init; }
    public required Confirmation Confirmation { get; init; }
    public int? OfferHours { get; init; }
    public required int MostInParty { get; init; }
    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? RecordingLink { get; init; }

    /// <summary>Whether the day is given, or of a copy still to be set.</summary>
    public required bool HasDay { get; init; }
    public DateTime? StartsAt => HasDay ? Sessions.Min(session => session.StartsAt) : null;
    public DateTime? EndsAt => HasDay ? Sessions.Max(session => session.EndsAt) : null;

    /// <summary>Writes what is kept in the event's own row.</summary>
    public void WriteTo(Event one)
    {
        one.Title = Title;
        one.TitleEn = TitleEn;
        one.Description = Description;
        one.DescriptionEn = DescriptionEn;
        one.Kind = Kind;
        one.Stream = Stream;
        one.TargetGroup = TargetGroup;
        one.Mode = Mode;
        one.TimeZone = TimeZone;
        one.StartsAt = StartsAt;
        one.EndsAt = EndsAt;
        one.Region = Region;
        one.Venue = Venue;
        one.Address = Address;
        one.Accessibility = Accessibility;
        one.OnlineLink = OnlineLink;
        one.Languages = Languages;
        one.Interpretation = Interpretation;
        one.ImageSha256 = ImageSha256;
        one.ImageAlt = ImageAlt;
        one.ImageAltEn = ImageAltEn;
        one.OpensAt = OpensAt;
        one.ClosesAt = ClosesAt;
        one.Confirmation = Confirmation;
        one.OfferHours = OfferHours;
        one.MostInParty = MostInParty;
        one.ContactName = ContactName;
        one.ContactEmail = ContactEmail;
        one.RecordingLink = RecordingLink;
    }
}

internal sealed record PlannedSession(Guid? Id, DateTime StartsAt, DateTime EndsAt, string? Title, string? TitleEn, string? Programme);

internal sealed record PlannedOrganisation(Guid Id, OrganisationRole Role);

internal sealed record PlannedSpeaker(Guid? Id, string Name, string? About, bool Consent, string? PhotoSha256);

internal sealed record PlannedMaterial(Guid? Id, string Title, MaterialFor For, string? Link, PlanFile? File);

/// <param name="Field">Where they were typed.</param>
internal sealed record PlannedSeats(EventMode Mode, string Group, int? Seats, string Field);
