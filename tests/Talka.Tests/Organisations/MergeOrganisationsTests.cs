using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Organisations;

public sealed class MergeOrganisationsTests
{
    private static Task<Result<Organisation>> MergeAsync(TestSite site, Guid from, Guid into) =>
        site.UseAsync<MergeOrganisations, Result<Organisation>>(merge => merge.RunAsync(from, into, CancellationToken.None));

    [Fact]
    public async Task Merge_Double_FillsWhatTheOtherLacksAndLeadsOn()
    {
        await using var site = await TestSite.StartAsync();
        var gone = await site.AddOrganisationAsync(new OrganisationFields { Name = "Ūdensroze", RegistrationNumber = "40008087708", Areas = ["culture"], Municipality = "Cēsu novads", ContactName = "Anna Piemēra", ContactConsent = true, Email = "a@example.org" });
        var kept = await site.AddOrganisationAsync(new OrganisationFields { Name = "UDENSROZE", Areas = ["youth"], Email = "b@example.org" });
        Assert.True((await MergeAsync(site, gone.Id, kept.Id)).Succeeded);
        var after = await site.ReadAsync(kept.Id);
        Assert.Equal(("40008087708", "|culture|youth|", "Cēsu novads", "vidzeme", "b@example.org", "Anna Piemēra"), (after.RegistrationNumber, after.Areas, after.Municipality, after.Region, after.Email, after.ContactName));
        Assert.NotNull(after.ContactConsentAt);
        Assert.Null((await site.ReadAsync(gone.Id)).Email);
        Assert.Equal([kept.Id], (await site.OrganisationsAsync()).Select(o => o.Id));
        using var page = await site.Client.GetAsync("/organisations/" + gone.Slug);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/organisations/" + kept.Slug), (page.StatusCode, page.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Merge_OfThreeInARow_LeadsToTheLast()
    {
        await using var site = await TestSite.StartAsync();
        var (a, b, c) = (await site.AddOrganisationAsync("A"), await site.AddOrganisationAsync("B"), await site.AddOrganisationAsync("C"));
        await MergeAsync(site, a.Id, b.Id);
        await MergeAsync(site, b.Id, c.Id);
        Assert.Equal(c.Id, (await site.ReadAsync(a.Id)).MergedIntoId);
        Assert.Equal("organisation-unknown", (await MergeAsync(site, b.Id, c.Id)).Codes());
        Assert.Equal("merge-target-unknown", (await MergeAsync(site, c.Id, a.Id)).Codes());
        Assert.Equal("merge-with-itself", (await MergeAsync(site, c.Id, c.Id)).Codes());
    }

    [Fact]
    public async Task Merge_TwoNumbers_AreTwoOrganisations()
    {
        await using var site = await TestSite.StartAsync();
        var (a, b) = (await site.AddOrganisationAsync("A", number: "40008087708"), await site.AddOrganisationAsync("B", number: "40003000002"));
        Assert.Equal("merge-different-numbers", (await MergeAsync(site, a.Id, b.Id)).Codes());
        Assert.Equal(2, (await site.OrganisationsAsync()).Count);
    }

    [Fact]
    public async Task Merge_OrganisationsOfEventsAndRegistrations_MovesWhatRefersToThem()
    {
        await using var site = await TestSite.StartAsync();
        var (gone, kept) = (await site.AddOrganisationAsync("Gone"), await site.AddOrganisationAsync("Kept"));
        await site.AddMandateAsync();
        var (one, both) = ((await site.AddEventAsync(new SampleEvent { Slug = "viens" })).Id, (await site.AddEventAsync(new SampleEvent { Slug = "divi" })).Id);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(
                new EventOrganisation { EventId = one, OrganisationId = gone.Id, Role = OrganisationRole.Partner },
                new EventOrganisation { EventId = both, OrganisationId = gone.Id, Role = OrganisationRole.Partner },
                new EventOrganisation { EventId = both, OrganisationId = kept.Id, Role = OrganisationRole.Organiser });
            var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
            db.Add(new Registration
            {
                Id = id,
                EventId = one,
                PartyId = id,
                Number = 1,
                Name = "Anna",
                PersonKey = "anna@example.org",
                OrganisationId = gone.Id,
                Mode = EventMode.OnSite,
                Source = RegistrationSource.Public,
                Language = "lv",
                TicketCode = "t",
                ShortCode = "ABC234",
                CreatedAt = DateTime.UnixEpoch,
            });
            await db.SaveChangesAsync();
        });
        Assert.True((await MergeAsync(site, gone.Id, kept.Id)).Succeeded);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var left = await db.EventOrganisations().Select(o => new { o.EventId, o.OrganisationId, o.Role }).ToListAsync();
            Assert.Equal(new[] { (one, kept.Id, OrganisationRole.Partner), (both, kept.Id, OrganisationRole.Organiser) }.Order(), left.Select(o => (o.EventId, o.OrganisationId, o.Role)).Order());
            Assert.Equal(kept.Id, await db.Set<Registration>().Select(r => r.OrganisationId).SingleAsync());
        });
    }
}
