using System.Globalization;
using Talka.Foundation.Localisation;

namespace Talka.Work.Events.Planning;

/// <summary>
/// An event as the organiser types it: all text, so that nothing typed is lost when something is wrong with it or a row is added.
/// Property names are the names of the inputs and of the errors' fields.
/// </summary>
public sealed class EventForm
{
    /// <summary>The version that the person started from.</summary>
    public int Version { get; set; }

    /// <summary>Which button was pressed: <c>save</c>, or the kind of row to add.</summary>
    public string? Action { get; set; }
    public string? Series { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }
    public string? Kind { get; set; }
    public string? Stream { get; set; }
    public string? TargetGroup { get; set; }
    public string? TimeZone { get; set; }
    public List<SessionRow> Sessions { get => field ??= []; set; }

    /// <summary>That a move into another implementation year is meant.</summary>
    public bool AcceptYear { get; set; }
    public string? Mode { get; set; }
    public string? Region { get; set; }
    public string? Venue { get; set; }
    public string? Address { get; set; }
    public string? Accessibility { get; set; }
    public string? OnlineLink { get; set; }
    public List<string> Languages { get => field ??= []; set; }
    public string? Interpretation { get; set; }

    /// <summary>Token of the picture.</summary>
    public string? Image { get; set; }
    public bool RemoveImage { get; set; }
    public string? ImageAlt { get; set; }
    public string? ImageAltEn { get; set; }
    public List<OrganisationRow> Organisations { get => field ??= []; set; }
    public List<SpeakerRow> Speakers { get => field ??= []; set; }
    public List<MaterialRow> Materials { get => field ??= []; set; }
    public string? SeatsOnSite { get; set; }
    public string? SeatsOnline { get; set; }
    public List<QuotaRow> Quotas { get => field ??= []; set; }
    public string? OpensDate { get; set; }
    public string? OpensTime { get; set; }
    public string? ClosesDate { get; set; }
    public string? ClosesTime { get; set; }
    public string? Confirmation { get; set; }
    public string? OfferHours { get; set; }
    public string? MostInParty { get; set; }
    public string? ContactName { get; set; }
    public string? ContactEmail { get; set; }
    public string? RecordingLink { get; set; }

    public static EventForm Blank() => new()
    {
        Kind = "seminar",
        TimeZone = "Europe/Riga",
        Mode = nameof(EventMode.OnSite),
        Languages = [Foundation.Localisation.Languages.Latvian],
        Confirmation = nameof(Events.Confirmation.ByMail),
        MostInParty = "1",
        Sessions = [new SessionRow()],
    };

    /// <param name="seal">Makes the token of a stored file.</param>
    public static EventForm Of(WholeEvent whole, Func<PlanFile, string> seal)
    {
        var one = whole.Event;
        var zone = one.TimeZone;
        return new EventForm
        {
            Version = one.Version,
            Series = one.SeriesId?.ToString(),
            Title = one.Title,
            TitleEn = one.TitleEn,
            Description = one.Description,
            DescriptionEn = one.DescriptionEn,
            Kind = one.Kind,
            Stream = one.Stream,
            TargetGroup = one.TargetGroup,
            TimeZone = zone,
            Sessions = whole.Sessions.Count == 0 ? [new SessionRow()] : [.. whole.Sessions.Select(session => SessionRow.Of(session, zone, whole.HasDay))],
            Mode = one.Mode.ToString(),
            Region = one.Region,
            Venue = one.Venue,
            Address = one.Address,
            Accessibility = one.Accessibility,
            OnlineLink = one.OnlineLink,
            Languages = [.. EventText.Codes(one.Languages)],
            Interpretation = one.Interpretation,
            Image = one.ImageSha256 is { } image ? seal(new PlanFile(image, "", "", 0)) : null,
            ImageAlt = one.ImageAlt,
            ImageAltEn = one.ImageAltEn,
            Organisations = [.. whole.Organisations.Select(organisation => new OrganisationRow { Name = organisation.Name, Role = organisation.Role.ToString() })],
            Speakers = [.. whole.Speakers.Select(speaker => SpeakerRow.Of(speaker, seal))],
            Materials = [.. whole.Materials.Select(material => MaterialRow.Of(material, seal))],
            SeatsOnSite = SeatsOf(whole, EventMode.OnSite, EventSeats.Everybody),
            SeatsOnline = SeatsOf(whole, EventMode.Online, EventSeats.Everybody),
            Quotas =
            [
                .. whole.Seats.Select(seats => seats.Group).Where(group => group.Length > 0).Distinct()
                    .Select(group => new QuotaRow { Group = group, OnSite = SeatsOf(whole, EventMode.OnSite, group), Online = SeatsOf(whole, EventMode.Online, group) }),
            ],
            OpensDate = Day(one.OpensAt, zone),
            OpensTime = Time(one.OpensAt, zone),
            ClosesDate = Day(one.ClosesAt, zone),
            ClosesTime = Time(one.ClosesAt, zone),
            Confirmation = one.Confirmation.ToString(),
            OfferHours = Number(one.OfferHours),
            MostInParty = Number(one.MostInParty),
            ContactName = one.ContactName,
            ContactEmail = one.ContactEmail,
            RecordingLink = one.RecordingLink,
        };
    }

    /// <summary>Does what a button asks that only changes the form: another row.</summary>
    /// <returns>Whether there was such a button.</returns>
    public bool AddRow()
    {
        switch (Action)
        {
            case "session":
                Sessions.Add(new SessionRow { Date = Sessions.LastOrDefault()?.Date });
                return true;
            case "organisation":
                Organisations.Add(new OrganisationRow { Role = nameof(OrganisationRole.Partner) });
                return true;
            case "speaker":
                Speakers.Add(new SpeakerRow());
                return true;
            case "material":
                Materials.Add(new MaterialRow());
                return true;
            case "quota":
                Quotas.Add(new QuotaRow());
                return true;
            default:
                return false;
        }
    }

    internal static string? Day(DateTime? utc, string zone) => utc is { } at ? EventTimes.Day(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    internal static string? Time(DateTime? utc, string zone) => utc is { } at ? EventTimes.Time(at, zone) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? SeatsOf(WholeEvent whole, EventMode mode, string group) => Number(whole.Seats.FirstOrDefault(s => s.Mode == mode && s.Group == group)?.Seats);
}
