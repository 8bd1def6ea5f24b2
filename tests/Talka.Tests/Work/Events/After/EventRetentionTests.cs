using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Retention;
using Talka.Mandates;
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
        Assert.Equal(2, await site.InScopeAsync(services => Rule(services).DeleteAsync(DateTime.UtcNow.AddDays(30), CancellationToken.None)));
    }

    private static IRetention Rule(IServiceProvider services) => services.GetServices<IRetention>().Single(rule => rule.Kind == "event-people");
}
