using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Work.Events;
using Talka.Work.Events.After.Certificates;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.After.Feedback;
using Talka.Work.Events.After.OnlineReports;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Support;

/// <summary>Where the pages of the door and of what comes after are to be found.</summary>
/// <param name="Event">One that is closed.</param>
/// <param name="Entry">Sequence of the entry that its closing posted.</param>
/// <param name="Door">Token of an open door.</param>
/// <param name="Certificate">Code of a certificate.</param>
/// <param name="Private">Token of somebody who can give feedback.</param>
internal sealed record AfterSample(string Event, long Entry, string Door, string Certificate, string Private);

/// <summary>An event with a door and people at it, and another that is closed, with everything that comes after.</summary>
internal static class AfterSamples
{
    private const string Report = "Name,Email,Duration\nAnna Bērziņa,anna.berzina@example.org,90\nIlz Liepa,,50\nKāds Svešs,,40\n";

    /// <param name="heldOn">When the closed one was held: a day of the mandate, in a year that is open.</param>
    public static async Task<AfterSample> AddAsync(IServiceProvider services, Event coming, string mandate, DateTime heldOn)
    {
        var (db, now) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        db.AddRange(Guest(coming, "Anna Bērziņa", "anna.berzina@example.org", 101, now), Guest(coming, "Jānis Kalniņš-Ozoliņš", "janis.ozols@example.org", 102, now));
        var over = await SampleEvents.AddAsync(services, new SampleEvent { Slug = "noticis-seminars", Title = "Noticis seminārs", StartsIn = heldOn - now }, mandate);
        var anna = Guest(over, "Anna Bērziņa", "anna.berzina@example.org", 1, now);
        db.AddRange(anna, Guest(over, "Ilze Liepa", "ilze.liepa@example.org", 2, now));
        await db.SaveChangesAsync();
        var door = await services.GetRequiredService<MakeDoor>().RunAsync(mandate, coming.Id, "Galvenā ieeja", now.AddDays(20), CancellationToken.None);
        Assert.Empty(door.Errors);
        Assert.Empty((await services.GetRequiredService<ImportOnlineReport>().RunAsync(mandate, over.Id, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Report)), write: true, CancellationToken.None)).Errors);
        Assert.Empty((await services.GetRequiredService<OfferFeedback>().RunAsync(mandate, over.Id, CancellationToken.None)).Errors);
        Assert.Empty((await services.GetRequiredService<CloseEvent>().RunAsync(mandate, over.Id, new ClosingForm { Viewers = 12 }, null, CancellationToken.None)).Errors);
        var issue = services.GetRequiredService<IssueCertificates>();
        var facts = await issue.FactsAsync(over.Id, CancellationToken.None);
        Assert.Equal(1, (await issue.NextAsync(facts.Value.Facts, facts.Value.Threshold, 1, CancellationToken.None)).Value);
        var code = db.Set<Talka.Work.Events.After.Certificate>().Single(c => c.EventId == over.Id).Code;
        var entry = db.Events().Single(e => e.Id == over.Id).EntrySequence!.Value;
        return new AfterSample($"{over.Id}", entry, door.Value, code, services.GetRequiredService<PrivateLinks>().TokenOf(anna.Id));
    }

    private static Registration Guest(Event e, string name, string email, long number, DateTime now)
    {
        var id = Guid.CreateVersion7();
        return new Registration
        {
            Id = id,
            EventId = e.Id,
            PartyId = id,
            Number = number,
            Name = name,
            Email = email,
            PersonKey = email,
            Mode = EventMode.OnSite,
            State = RegistrationState.Confirmed,
            Source = RegistrationSource.Public,
            Language = "lv",
            OrganisationName = "Biedrība “Paraugs”",
            TicketCode = TicketCodes.NewTicket(),
            ShortCode = TicketCodes.NewShort(),
            CreatedAt = now.AddDays(-10),
        };
    }
}
