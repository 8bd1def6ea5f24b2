using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Administration.Privacy;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Tests.Foundation.Mail;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>An erasure removes the person and nothing that was certified.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task Ask_ThroughThePage_IsRecordedAndToldToAdministrators()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("admin@example.org", administrator: true);
        var client = await site.SignInAsync("anna@example.org", administrator: false);

        using var unsure = await site.PostFormAsync(client, "/account/data", "erasure", new() { ["Form.Note"] = "Lūdzu" });
        using var asked = await site.PostFormAsync(client, "/account/data", "erasure", new() { ["Form.Note"] = "Lūdzu", ["Form.Sure"] = "true" });

        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        Assert.Equal("/account/data?notice=erasure-asked", asked.Headers.Location!.PathAndQuery);
        var mail = Assert.Single(await site.OutboxAsync());
        Assert.Equal("admin@example.org", mail.To);
        Assert.Contains("Jūs lūdzāt dzēšanu", WebUtility.HtmlDecode(await client.GetStringAsync("/account/data")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ByTwoAtOnce_IsRecordedOnce()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();

        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => AskAsync(site, person.Id))));

        Assert.Single(asked, result => result.Succeeded);
        Assert.All(asked.Where(result => !result.Succeeded), result => Assert.Equal("erasure-asked-already", result.Codes()));
    }

    [Fact]
    public async Task Erase_OfSomebodyWhoWorked_LeavesWorkAndProofsButNoPerson()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync("anna@example.org", administrator: true);
        var other = await site.AddPersonAsync("admin@example.org", administrator: true);
        await WorkAsync(site, person);
        await GiveCoordinatorAsync(site, other);
        await LetSeeAsync(site, other);
        await site.AddAsync(Mailing.Mail("anna@example.org"), Mailing.Mail("other@example.org"));
        await site.InScopeAsync(services => services.GetRequiredService<AuditTrail>().WriteAsync(TrailAct.Invited, "ANNA@example.org", detail: "Anna Piemēra", personId: person.Id));
        var countsBefore = await CountsAsync(site);
        var request = (await AskAsync(site, person.Id, "Anna lūdz")).Value;

        Assert.Equal("", (await EraseAsync(site, request.Id)).Codes());

        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.DoesNotContain(await db.People().ToListAsync(), p => p.Id == person.Id);
            var version = await db.Set<MandateVersion>().SingleAsync();
            Assert.Equal(("", (Guid?)person.Id), (version.RecordedByName, version.RecordedBy));
            Assert.Equal(person.Id, (await db.JournalEntries().FirstAsync()).RecordedBy);
            Assert.Null((await services.GetRequiredService<JournalVerifier>().VerifyAsync([], CancellationToken.None)).Finding);
            var line = await db.Trail().SingleAsync(e => e.Act == TrailAct.Invited);
            Assert.Equal((null, null, (Guid?)person.Id), (line.Subject, line.Detail, line.PersonId));
            Assert.Equal(1, await db.Trail().CountAsync(e => e.Act == TrailAct.Erased && e.Subject == $"person:{person.Id}"));
            var decided = await db.ErasureRequests().SingleAsync();
            Assert.Equal((ErasureState.Done, null), (decided.State, decided.Note));
        });
        Assert.Equal(countsBefore, await CountsAsync(site));
        var mails = await site.OutboxAsync();
        Assert.Equal(["admin@example.org", "anna@example.org", "other@example.org"], mails.Select(mail => mail.To).Order());
        Assert.StartsWith("erased:", mails.Single(mail => mail.To == "anna@example.org").Key, StringComparison.Ordinal); // says that it is done
        var admin = site.NewClient();
        await site.TrySignInAsync(admin, "admin@example.org", SignedIn.Password);
        Assert.Contains("dzēsta persona", WebUtility.HtmlDecode(await admin.GetStringAsync("/work/mandates/sample")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_OfTheOnlyCoordinator_IsRefusedUntilThereIsAnother()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync("anna@example.org", administrator: true);
        var other = await site.AddPersonAsync("janis@example.org", administrator: true);
        await WorkAsync(site, person);
        var request = (await AskAsync(site, person.Id)).Value;

        var refused = await EraseAsync(site, request.Id);
        Assert.Equal("erasure-too-early", refused.Codes());
        Assert.Contains("coordinator", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.True(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().AnyAsync(known => known.Id == person.Id)));
        await GiveCoordinatorAsync(site, other);

        Assert.Equal("", (await EraseAsync(site, request.Id)).Codes());
    }

    [Fact]
    public async Task Erase_OfSomebodySignedIn_EndsTheirSessionAtOnce()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync("anna@example.org", administrator: false);
        using var open = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        var person = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Select(known => known.Id).SingleAsync());

        await EraseAsync(site, (await AskAsync(site, person)).Value.Id);

        using var closed = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Erase_Repeated_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var request = (await AskAsync(site, person.Id)).Value;

        var erased = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EraseAsync(site, request.Id))));

        Assert.Single(erased, result => result.Succeeded);
        Assert.All(erased.Where(result => !result.Succeeded), result => Assert.Equal("erasure-decided", result.Codes()));
        Assert.Equal("erasure-unknown", (await EraseAsync(site, Guid.CreateVersion7())).Codes());
    }

    [Fact]
    public async Task Erase_OfTheLastAdministrator_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var admin = await site.AddPersonAsync("admin@example.org", administrator: true);
        var request = (await AskAsync(site, admin.Id)).Value;

        Assert.Equal("last-administrator", (await EraseAsync(site, request.Id)).Codes());
        await site.AddPersonAsync("second@example.org", administrator: true);
        Assert.True((await EraseAsync(site, request.Id)).Succeeded);
    }

    [Fact]
    public async Task Erase_OfBothAdministratorsAtOnce_LeavesOne()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.AddPersonAsync("first@example.org", administrator: true);
        var second = await site.AddPersonAsync("second@example.org", administrator: true);
        var requests = new[] { (await AskAsync(site, first.Id)).Value, (await AskAsync(site, second.Id)).Value };

        var erased = await Task.WhenAll(requests.Select(request => Task.Run(() => EraseAsync(site, request.Id))));

        Assert.Single(erased, result => result.Succeeded);
        Assert.Equal(1, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().People().CountAsync(p => p.IsAdministrator)));
    }

    [Fact]
    public async Task Erase_OfSomebodySignedIn_EndsTheSession()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("admin@example.org", administrator: true);
        var client = await site.SignInAsync("anna@example.org", administrator: false);
        var person = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.UserName == "anna@example.org"));
        await EraseAsync(site, (await AskAsync(site, person.Id)).Value.Id);

        using var data = await client.GetAsync("/account/data");

        Assert.NotEqual(HttpStatusCode.OK, data.StatusCode);
    }

    [Fact]
    public async Task Refuse_WithAReason_TellsThePerson()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var admin = await site.SignInAsync();
        var request = (await AskAsync(site, person.Id)).Value;
        var page = $"/admin/erasures/{request.Id}";

        using var empty = await site.PostFormAsync(admin, page, "refuse", new() { ["Form.Reason"] = " " });
        using var refused = await site.PostFormAsync(admin, page, "refuse", new() { ["Form.Reason"] = "Notiek pārbaude." });

        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal("/admin/erasures?notice=erasure-refused", refused.Headers.Location!.PathAndQuery);
        Assert.Contains((await site.OutboxAsync()), mail => mail.To == "anna@example.org" && mail.Key == $"erasure-refused:{request.Id}");
        Assert.Contains("Notiek pārbaude.", WebUtility.HtmlDecode(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Equal("erasure-decided", (await EraseAsync(site, request.Id)).Codes());
    }

    [Fact]
    public async Task Request_WithMentionsAskedFor_ListsEntriesInAnyCase()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        await site.AppendAsync(Entries.Seminar("Saruna ar Annu Piemēru par telpām"));
        await site.AppendAsync(Entries.Seminar("Annas vārdadiena"));
        var admin = await site.SignInAsync();
        var request = (await AskAsync(site, person.Id)).Value;

        var page = await admin.GetStringAsync($"/admin/erasures/{request.Id}?mention=1");
        using var erased = await site.PostFormAsync(admin, $"/admin/erasures/{request.Id}", "erase", new() { ["Sure.Sure"] = "true" });

        Assert.Contains("/mandates/paraugs/entries/1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/mandates/paraugs/entries/2\"", page, StringComparison.Ordinal);
        Assert.Equal("/admin/erasures?notice=erased", erased.Headers.Location!.PathAndQuery);
        Assert.Contains("dzēsta persona", WebUtility.HtmlDecode(await admin.GetStringAsync("/admin/erasures")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WrittenDownByAnAdministrator_IsAsGoodAsOnesOwn()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var admin = await site.SignInAsync();

        using var unknown = await site.PostFormAsync(admin, "/admin/erasures", "erasure", new() { ["Form.Email"] = "nobody@example.org" });
        using var written = await site.PostFormAsync(admin, "/admin/erasures", "erasure", new() { ["Form.Email"] = " Anna@Example.org ", ["Form.Note"] = "Vēstule" });

        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var request = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().ErasureRequests().SingleAsync());
        Assert.Equal((person.Id, "Vēstule"), (request.PersonId, request.Note));
        Assert.NotEqual(person.Id, request.AskedBy);
    }

    [Theory]
    [InlineData("Anna Piemēra", "ann piemer")]
    [InlineData("Jānis Kalniņš", "jan kalniņ")]
    [InlineData("Ī Li", "")]
    public void Stems_OfAName_AreWithoutEndings(string name, string stems) => Assert.Equal(stems, string.Join(' ', NameStems.Of(name)));

    private static Task WorkAsync(TestSite site, Person person) => site.InScopeAsync(async services =>
    {
        services.GetRequiredService<CurrentActor>().Value = new Actor(person.Id, person.DisplayName);
        Assert.True((await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate, CancellationToken.None)).Succeeded);
        Assert.True((await services.GetRequiredService<JournalWriter>().AppendAsync(Entries.Seminar())).Succeeded);
    });

    private static Task LetSeeAsync(TestSite site, Person person) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var mandate = await db.Mandates().Select(m => m.Id).SingleAsync();
        db.Add(new RoleGrant { MandateId = mandate, PersonId = person.Id, Role = MandateRole.Viewer, Since = DateTime.UtcNow });
        await db.SaveChangesAsync();
    });

    private static Task GiveCoordinatorAsync(TestSite site, Person person) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var mandate = await db.Mandates().Select(m => m.Id).SingleAsync();
        db.Add(new RoleGrant { MandateId = mandate, PersonId = person.Id, Role = MandateRole.Coordinator, Since = DateTime.UtcNow });
        await db.SaveChangesAsync();
    });

    private static Task<(int, long?)> CountsAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var entries = services.GetRequiredService<TalkaDb>().EffectiveEntries();
        return (await entries.CountAsync(), await entries.SumAsync(entry => entry.Participants));
    });

    private static Task<Result<ErasureRequest>> AskAsync(TestSite site, Guid person, string? note = null) =>
        site.UseAsync<AskErasure, Result<ErasureRequest>>(ask => ask.RunAsync(person, note, CancellationToken.None));

    private static Task<Result<ErasureRequest>> EraseAsync(TestSite site, Guid request) =>
        site.UseAsync<ErasePerson, Result<ErasureRequest>>(erase => erase.RunAsync(request, CancellationToken.None));
}
