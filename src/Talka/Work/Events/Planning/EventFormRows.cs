namespace Talka.Work.Events.Planning;

/// <summary>A session as typed. One that ends no later than it begins ends on the next day.</summary>
public sealed class SessionRow
{
    /// <summary>Of a session that the event has already: its calendar entries stay the same.</summary>
    public Guid? Id { get; set; }
    public string? Date { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Programme { get; set; }

    public bool IsBlank => Blank.All(From, To, Title, TitleEn, Programme) && (Blank.All(Date) || Id is null);

    public static SessionRow Of(EventSession session, string zone, bool hasDay) => new()
    {
        Id = session.Id,
        Date = hasDay ? EventForm.Day(session.StartsAt, zone) : null,
        From = EventForm.Time(session.StartsAt, zone),
        To = EventForm.Time(session.EndsAt, zone),
        Title = session.Title,
        TitleEn = session.TitleEn,
        Programme = session.Programme,
    };
}

/// <summary>Seats that are kept for one target group.</summary>
public sealed class QuotaRow
{
    public string? Group { get; set; }
    public string? OnSite { get; set; }
    public string? Online { get; set; }

    public bool IsBlank => Blank.All(Group, OnSite, Online);
}

public sealed class OrganisationRow
{
    public string? Name { get; set; }
    public string? Role { get; set; }

    public bool IsBlank => Blank.All(Name);
}

public sealed class SpeakerRow
{
    public Guid? Id { get; set; }
    public string? Name { get; set; }
    public string? About { get; set; }
    public bool Consent { get; set; }

    /// <summary>Token of the photo.</summary>
    public string? Photo { get; set; }
    public bool RemovePhoto { get; set; }

    public bool IsBlank => Blank.All(Name, About, Photo);

    public static SpeakerRow Of(EventSpeaker speaker, Func<PlanFile, string> seal) => new()
    {
        Id = speaker.Id,
        Name = speaker.Name,
        About = speaker.About,
        Consent = speaker.ConsentAt is not null,
        Photo = speaker.PhotoSha256 is { } photo ? seal(new PlanFile(photo, "", "", 0)) : null,
    };
}

public sealed class MaterialRow
{
    public Guid? Id { get; set; }
    public string? Title { get; set; }
    public string? For { get; set; }
    public string? Link { get; set; }

    /// <summary>Token of the file.</summary>
    public string? File { get; set; }

    /// <summary>The name of that file, to be shown.</summary>
    public string? FileName { get; set; }

    public bool IsBlank => Blank.All(Title, Link, File);

    public static MaterialRow Of(EventMaterial material, Func<PlanFile, string> seal) => new()
    {
        Id = material.Id,
        Title = material.Title,
        For = material.For.ToString(),
        Link = material.Link,
        File = material.Sha256 is { } sha256 ? seal(new PlanFile(sha256, material.FileName ?? "", material.ContentType ?? "", material.Size)) : null,
        FileName = material.FileName,
    };
}

internal static class Blank
{
    public static bool All(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return false;
            }
        }

        return true;
    }
}
