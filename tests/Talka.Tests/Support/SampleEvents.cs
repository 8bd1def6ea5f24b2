using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Work.Events;

namespace Talka.Tests.Support;

/// <summary>How a sample event differs from the usual one: a published hybrid seminar next week, two sessions, 20 seats on site and 30 online.</summary>
internal sealed record SampleEvent
{
    public string Slug { get; init; } = "dienas-seminars";
    public string Title { get; init; } = "Kopienu dienas seminārs";
    public string? TitleEn { get; init; } = "Community day seminar";
    public string? Description { get; init; } = "Par **kopienām** un to darbu.";
    public EventState State { get; init; } = EventState.Published;
    public EventMode Mode { get; init; } = EventMode.Hybrid;
    public string Kind { get; init; } = "seminar";
    public string? Stream { get; init; }
    public string? TargetGroup { get; init; }
    public string? Region { get; init; } = "riga";

    /// <summary>From now to the beginning, rounded to the hour; may be in the past.</summary>
    public TimeSpan StartsIn { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Each lasts two hours; the second begins an hour after the first has ended.</summary>
    public int Sessions { get; init; } = 2;

    /// <summary>Null for no limit.</summary>
    public int? SeatsOnSite { get; init; } = 20;
    public int? SeatsOnline { get; init; } = 30;

    /// <summary>Seats on site that are kept for a target group.</summary>
    public IReadOnlyDictionary<string, int> Quotas { get; init; } = new Dictionary<string, int>();
    public Confirmation Confirmation { get; init; } = Confirmation.AtOnce;
    public int? OfferHours { get; init; }
    public int MostInParty { get; init; } = 3;
    public Guid? SeriesId { get; init; }

    /// <summary>From now; null for as soon as it is published, and until it begins.</summary>
    public TimeSpan? OpensIn { get; init; }
    public TimeSpan? ClosesIn { get; init; }
}

/// <summary>Events as they stand in the database after somebody planned them, for tests of what comes after the planning.</summary>
internal static class SampleEvents
{
    public const string Mandate = "kopienas";
    public const string OnlineLink = "https://video.example.org/j/731?pwd=slepens";

    /// <summary>A mandate that holds today, a year before and two years after it; everybody who has an account gets every role.</summary>
    public static Task AddMandateAsync(this TestSite site, string slug = Mandate) => site.InScopeAsync(services => AddMandateAsync(services, slug));

    /// <inheritdoc cref="AddMandateAsync(TestSite, string)"/>
    public static async Task AddMandateAsync(IServiceProvider services, string slug = Mandate)
    {
        var from = new DateOnly(services.GetRequiredService<TimeProvider>().GetUtcNow().Year - 1, 1, 1);
        var created = await services.GetRequiredService<CreateMandate>().RunAsync(new NewMandate
        {
            Slug = slug,
            Title = "Kopienu attīstība",
            TitleEn = "Community development",
            Task = "Kopienu attīstības veicināšana",
            Implementer = new Party("Biedrība “Paraugs”", "40008087708"),
            From = from,
            To = from.AddYears(4).AddDays(-1),
            Streams = [new FundingStream("kopienas", "Kopienas", "Communities")],
        }, CancellationToken.None);
        Assert.Empty(created.Errors);
        await SignedIn.GiveEveryRoleAsync(services);
    }

    public static Task<Event> AddEventAsync(this TestSite site, SampleEvent? sample = null, string mandate = Mandate) =>
        site.InScopeAsync(services => AddAsync(services, sample, mandate));

    /// <param name="mandate">The slug of one that there is.</param>
    public static async Task<Event> AddAsync(IServiceProvider services, SampleEvent? sample = null, string mandate = Mandate)
    {
        sample ??= new SampleEvent();
        var (db, clock) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>());
        var now = clock.GetUtcNow().UtcDateTime;
        var start = (now + sample.StartsIn).Date.AddHours((now + sample.StartsIn).Hour);
        Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
        var one = new Event
        {
            Id = NewId(),
            MandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).SingleAsync(),
            Slug = sample.Slug,
            SeriesId = sample.SeriesId,
            State = sample.State,
            Title = sample.Title,
            TitleEn = sample.TitleEn,
            Description = sample.Description,
            Kind = sample.Kind,
            Stream = sample.Stream,
            TargetGroup = sample.TargetGroup,
            Mode = sample.Mode,
            StartsAt = start,
            EndsAt = start.AddHours((3 * sample.Sessions) - 1),
            Region = sample.Region,
            Venue = sample.Mode == EventMode.Online ? null : "Kopienu nams",
            Address = sample.Mode == EventMode.Online ? null : "Parauga iela 1, Rīga",
            Accessibility = sample.Mode == EventMode.Online ? null : "Ieeja bez pakāpieniem, lifts.",
            OnlineLink = sample.Mode == EventMode.OnSite ? null : OnlineLink,
            Confirmation = sample.Confirmation,
            OfferHours = sample.OfferHours,
            MostInParty = sample.MostInParty,
            OpensAt = now + sample.OpensIn,
            ClosesAt = now + sample.ClosesIn,
            CreatedAt = now,
            UpdatedAt = now,
            PublishedAt = sample.State == EventState.Draft ? null : now,
            StateReason = sample.State is EventState.Cancelled or EventState.Postponed ? "Lektore ir saslimusi." : null,
            Sequence = sample.State is EventState.Cancelled or EventState.Postponed ? 1 : 0,
        };
        db.Add(one);
        for (var i = 0; i < sample.Sessions; i++)
        {
            db.Add(new EventSession { Id = NewId(), EventId = one.Id, StartsAt = start.AddHours(3 * i), EndsAt = start.AddHours((3 * i) + 2), Title = sample.Sessions > 1 ? $"{i + 1}. daļa" : null });
        }

        if (sample.Mode != EventMode.Online)
        {
            db.Add(new EventSeats { EventId = one.Id, Mode = EventMode.OnSite, Group = EventSeats.Everybody, Seats = sample.SeatsOnSite });
            db.AddRange(sample.Quotas.Select(quota => new EventSeats { EventId = one.Id, Mode = EventMode.OnSite, Group = quota.Key, Seats = quota.Value }));
        }

        if (sample.Mode != EventMode.OnSite)
        {
            db.Add(new EventSeats { EventId = one.Id, Mode = EventMode.Online, Group = EventSeats.Everybody, Seats = sample.SeatsOnline });
        }

        await db.SaveChangesAsync();
        return one;
    }

    /// <summary>A cycle; its events name it by <see cref="SampleEvent.SeriesId"/>.</summary>
    public static async Task<EventSeries> AddSeriesAsync(IServiceProvider services, string slug = "kopienu-cikls", bool commonRegistration = false, string mandate = Mandate)
    {
        var (db, clock) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<TimeProvider>());
        var series = new EventSeries
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            MandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).SingleAsync(),
            Slug = slug,
            Title = "Kopienu semināru cikls",
            TitleEn = "Community seminars",
            Description = "Septiņi semināri.",
            PlannedCount = 7,
            CommonRegistration = commonRegistration,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(series);
        await db.SaveChangesAsync();
        return series;
    }
}
