using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Retention;
using Talka.Mandates;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.After.Statistics;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.After;

public sealed class EventRetentionTests
{
    [Fact]
    public async Task Retention_OfAnOldEvent_TakesThePeopleAndLeavesTheCounts()
    {
        await using var site = await Closings.SiteAsync();
        var (old, coming) = (await site.AddEventAsync(Closings.Yesterday), await site.AddEventAsync(new SampleEvent { Slug = "nakosais" }));
        await site.CameAsync(old, "Anna Bērziņa", "anna@example.org");
        await site.AddGuestAsync(old, "Ilze Liepa", "ilze@example.org", EventMode.Online, minutes: 60);
        await site.AddGuestAsync(coming, "Jānis Ozols", "janis@example.org");
        await site.CloseAsync(old);

        var gone = await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow, CancellationToken.None));

        Assert.Equal(1, gone);
        var people = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Registrations().OrderBy(r => r.Id).ToListAsync());
        Assert.All(people.Where(r => r.EventId == old.Id), r => Assert.Equal(("", null, null), (r.Name, r.Email, r.Phone)));
        Assert.All(people.Where(r => r.EventId == old.Id), r => Assert.DoesNotContain("@", r.PersonKey, StringComparison.Ordinal));
        Assert.Equal("Jānis Ozols", people.Single(r => r.EventId == coming.Id).Name);
        var closed = await site.ReadAsync(old);
        Assert.NotNull(closed.ErasedAt);
        Assert.Equal(2, Counted.Read(closed.Counted)!.People);
        Assert.Equal("event-erased", Talka.Tests.Mandates.Samples.Codes(await site.CorrectAsync(old)));
        var held = await site.InScopeAsync(async services => await services.GetRequiredService<EventFigures>()
            .HeldAsync((await services.GetRequiredService<TalkaDb>().MandateTermsAsync(SampleEvents.Mandate, CancellationToken.None))!, CancellationToken.None).SingleAsync());
        Assert.Equal(2, held.Counted.People);
        Assert.Equal(0, await site.InScopeAsync(services => Rule(services).CountAsync(DateTime.UtcNow, CancellationToken.None)));
    }

    [Fact]
    public async Task Retention_OfACycle_WaitsForItsLastEvent()
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        await site.AddEventAsync(Closings.Yesterday with { Slug = "pirmais", SeriesId = series.Id });
        await site.AddEventAsync(new SampleEvent { Slug = "otrais", SeriesId = series.Id });

        Assert.Equal(0, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow, CancellationToken.None)));
        Assert.Equal(2, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow.AddDays(30) + EventKeeping.Grace, CancellationToken.None)));
    }

    [Fact]
    public async Task Retention_OfAnEventThatIsNotClosed_WaitsAndWarns()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday with { StartsIn = TimeSpan.FromDays(-20) });
        await site.CameAsync(e, "Anna Bērziņa");
        var cancelled = await site.AddEventAsync(Closings.Yesterday with { Slug = "atcelts", StartsIn = TimeSpan.FromDays(-20), State = EventState.Cancelled });
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.Add(new RetentionPeriod { Kind = EventKeeping.Kind, Days = 10 });
            await db.SaveChangesAsync();
        });
        using var client = await site.OpenAsync();

        var gone = await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow.AddDays(-10), CancellationToken.None));
        var list = WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events"));

        Assert.Equal((1, true, false), (gone, (await site.ReadAsync(cancelled)).ErasedAt is not null, (await site.ReadAsync(e)).ErasedAt is not null));
        Assert.Contains("Šie pasākumi jāslēdz", list, StringComparison.Ordinal);
        Assert.Contains(Talka.Foundation.Localisation.Format.Date(EventTimes.Day(EventKeeping.ErasedAfter(e.EndsAt!.Value, TimeSpan.FromDays(10)), e.TimeZone)), list, StringComparison.Ordinal);
        Assert.Empty((await site.CloseAsync(e)).Errors);
        Assert.Equal(1, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow.AddDays(-10), CancellationToken.None)));
        Assert.DoesNotContain("Šie pasākumi jāslēdz", WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{SampleEvents.Mandate}/events")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_OfAnEventThatWasNeverClosed_ErasesItInTheEnd()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");

        Assert.Equal(0, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow, CancellationToken.None)));
        Assert.Equal(1, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow + EventKeeping.Grace, CancellationToken.None)));
    }

    private static IRetention Rule(IServiceProvider services) => services.GetServices<IRetention>().Single(rule => rule.Kind == "event-people");
}
