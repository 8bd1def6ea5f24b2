using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Trail;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Tests.Accounts;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates.Access;

/// <summary>Giving and taking roles, and what the history says of it.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        Assert.Empty((await _site.CreateAsync(Samples.Mandate)).Errors);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Give_ToSomebodyNew_AddsThemAndTheHistorySaysWhy()
    {
        var (person, isNew) = await GiveAsync("jauna@example.org", MandateRole.Editor);

        Assert.True(isNew);
        await _site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Equal(MandateRole.Editor, (await db.RoleGrants().SingleAsync(g => g.PersonId == person)).Role);
            var change = await db.RoleChanges().SingleAsync(c => c.PersonId == person);
            Assert.True(change.IsGiven);
            Assert.Equal("Pieņemta darbā", change.Reason);
        });
    }

    [Fact]
    public async Task Give_TheSameTwice_IsRefused()
    {
        await GiveAsync("jauna@example.org", MandateRole.Editor);
        var again = await _site.UseAsync<GiveRole, Talka.Foundation.Results.Result<(Person, bool)>>(
            give => give.RunAsync("sample", New("Jauna@Example.org", MandateRole.Editor), CancellationToken.None));

        Assert.Equal("role-held", again.Codes());
    }

    [Theory]
    [InlineData(MandateRole.Supervisor, "Iemesls", 30, "role-unknown")]
    [InlineData(MandateRole.Editor, " ", 30, "reason-missing")]
    [InlineData(MandateRole.Auditor, "Iemesls", null, "end-missing")]
    [InlineData(MandateRole.Auditor, "Iemesls", 400, "end-out-of-range")]
    [InlineData(MandateRole.Viewer, "Iemesls", -1, "end-out-of-range")]
    public async Task Give_WhatMayNotBe_IsRefused(MandateRole role, string reason, int? days, string code)
    {
        var until = days is { } number ? TimeProvider.System.Today().AddDays(number) : (DateOnly?)null;
        var given = await _site.UseAsync<GiveRole, Talka.Foundation.Results.Result<(Person, bool)>>(
            give => give.RunAsync("sample", new NewRole("jauna@example.org", "Jauna Persona", role, reason, until), CancellationToken.None));

        Assert.Equal(code, given.Codes());
        await _site.InScopeAsync(async services => Assert.Equal(0, await services.GetRequiredService<TalkaDb>().People().CountAsync()));
    }

    [Fact]
    public async Task Take_FromTheLastCoordinator_IsRefused()
    {
        var (first, _) = await GiveAsync("pirma@example.org", MandateRole.Coordinator);
        Assert.Equal("last-coordinator", await TakeAsync(first, MandateRole.Coordinator));

        await GiveAsync("otra@example.org", MandateRole.Coordinator);
        Assert.Equal("", await TakeAsync(first, MandateRole.Coordinator));
        Assert.Equal("role-not-held", await TakeAsync(first, MandateRole.Coordinator));
    }

    [Fact]
    public async Task Standing_AfterTheEnd_IsNone()
    {
        var (auditor, _) = await GiveAsync("auditors@example.org", MandateRole.Auditor, TimeProvider.System.Today());
        Assert.Equal([MandateRole.Auditor], await RolesAsync(auditor));

        await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<RoleGrant>()
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));
        Assert.Empty(await RolesAsync(auditor));
    }

    [Fact]
    public async Task UseCase_InTheNameOfSomebodyWithoutTheRole_IsRefused()
    {
        var (viewer, _) = await GiveAsync("skatitajs@example.org", MandateRole.Viewer);
        foreach (var actor in new[] { new Actor(viewer, "Skatītājs"), Actor.Anonymous })
        {
            await _site.InScopeAsync(async services =>
            {
                services.GetRequiredService<CurrentActor>().Value = actor;
                var revised = await services.GetRequiredService<RevisePlan>().RunAsync("sample", null, [], new DateOnly(2023, 1, 1), "Iemesls", CancellationToken.None);
                Assert.Equal("not-allowed", revised.Codes());
                Assert.Equal("not-allowed", (await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate with { Slug = "cits" }, CancellationToken.None)).Codes());
            });
        }
    }

    [Fact]
    public async Task CreateMandate_ByAnAdministrator_MakesThemItsCoordinator()
    {
        var person = await _site.AddPersonAsync("admin@example.org", administrator: true);
        await _site.InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentActor>().Value = new Actor(person.Id, "Anna");
            Assert.Empty((await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate with { Slug = "cits" }, CancellationToken.None)).Errors);
            Assert.Equal([MandateRole.Coordinator], (await services.GetRequiredService<MandateAccess>().StandingAsync(person.Id, "cits", CancellationToken.None))!.Roles);
        });
    }

    [Fact]
    public async Task PeoplePage_GivesARole_AndTheMemberOfAnAuthoritySupervises()
    {
        using var client = await _site.SignInAsync();
        using var given = await _site.PostFormAsync(client, "/work/mandates/sample/people", "give", new()
        {
            ["Form.Email"] = "gramatvede@example.org",
            ["Form.DisplayName"] = "Demo Grāmatvede",
            ["Form.Role"] = "Accountant",
            ["Form.Reason"] = "Gada pārskats",
        });
        var page = await given.Content.ReadAsStringAsync();
        Assert.Contains("/accounts/setup?token=", page, StringComparison.Ordinal);
        Assert.Contains("Gada pārskats", page, StringComparison.Ordinal);

        using var authority = await _site.PostFormAsync(client, "/admin/authorities", "authority", new() { ["Form.Name"] = "Paraugu ministrija" });
        Assert.Equal(HttpStatusCode.Redirect, authority.StatusCode);
        var home = authority.Headers.Location!.ToString().Split('?')[0];
        using var joined = await _site.PostFormAsync(client, home, "join", new()
        {
            ["Form.Email"] = "uzraugs@example.org",
            ["Form.DisplayName"] = "Demo Uzraugs",
            ["Form.Reason"] = "Līguma uzraudzība",
        });
        Assert.Contains("uzraugs@example.org", await joined.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var placed = await _site.PostFormAsync(client, "/admin/mandates?change=sample", "place-sample", new() { ["Authority"] = home.Split('/')[^1], ["Reason"] = "Līgums noslēgts ar ministriju" });
        Assert.Equal(HttpStatusCode.Redirect, placed.StatusCode);

        var supervisor = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.DisplayName == "Demo Uzraugs"));
        Assert.Equal([MandateRole.Supervisor], await RolesAsync(supervisor.Id));
        var history = await client.GetStringAsync(home);
        Assert.Contains("Līguma uzraudzība", history, StringComparison.Ordinal);
        Assert.Contains("Līgums noslēgts ar ministriju", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_GivenAndTaken_AreInTheAuditTrail()
    {
        var (editor, _) = await GiveAsync("jauna@example.org", MandateRole.Editor);
        Assert.Equal("", await TakeAsync(editor, MandateRole.Editor));
        var (authority, supervisor) = await AuthorityAsync("Ministrija", "uzraugs@example.org");
        Assert.True((await _site.UseAsync<ChangeMembership, Talka.Foundation.Results.Result>(
            membership => membership.LeaveAsync(authority, supervisor, "Aizgāja", CancellationToken.None))).Succeeded);

        var lines = await TrailAsync(TrailAct.RoleChanged);

        Assert.Equal(
            [
                ($"person:{editor}", "sample", "Editor given"), ($"person:{editor}", "sample", "Editor taken"),
                ($"person:{supervisor}", null, $"Supervisor given authority:{authority}"), ($"person:{supervisor}", (string?)null, $"Supervisor taken authority:{authority}"),
            ],
            lines.Select(line => (line.Subject, line.Mandate, line.Detail)));
    }

    [Theory]
    [InlineData(null, "reason-missing")]
    [InlineData(" ", "reason-missing")]
    public async Task Place_WithoutAReason_IsRefusedAndChangesNothing(string? reason, string code)
    {
        var (authority, supervisor) = await AuthorityAsync("Ministrija", "uzraugs@example.org");

        Assert.Equal(code, await PlaceAsync(authority, reason));

        Assert.Empty(await RolesAsync(supervisor));
    }

    [Fact]
    public async Task Place_UnderAnotherAuthority_IsKeptNotedAndToldToThePeopleOfBothSides()
    {
        await GiveAsync("koordinatore@example.org", MandateRole.Coordinator);
        await GiveAsync("redaktore@example.org", MandateRole.Editor);
        var (first, before) = await AuthorityAsync("Vecā ministrija", "pirms@example.org");
        var (second, after) = await AuthorityAsync("Jaunā ministrija", "pec@example.org");
        Assert.Equal("", await PlaceAsync(first, "Noslēgts līgums"));

        Assert.Equal("", await PlaceAsync(second, "Mainīta pakļautība"));
        Assert.Equal("", await PlaceAsync(second, "Otrreiz nekas nemainās"));

        await _site.InScopeAsync(async services =>
        {
            var changes = await services.GetRequiredService<TalkaDb>().RoleChanges().Where(c => c.Reason == "Mainīta pakļautība").ToListAsync();
            Assert.Equal(
                new[] { (before, false, (Guid?)first), (after, true, second) }.Order(), changes.Select(c => (c.PersonId, c.IsGiven, c.AuthorityId)).Order());
            Assert.All(changes, change => Assert.NotNull(change.MandateId));
        });
        Assert.Equal(2, (await TrailAsync(TrailAct.SettingChanged)).Count(line => line is { Subject: "supervising authority", Mandate: "sample" }));
        var mails = (await _site.MailsAsync()).Where(mail => mail.Text.Contains("Mainīta pakļautība", StringComparison.Ordinal)).ToList();
        Assert.Equal(["koordinatore@example.org", "pec@example.org", "pirms@example.org"], mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Contains("Līdz šim: Vecā ministrija\nTurpmāk: Jaunā ministrija", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invitation_ThatExpired_IsSentAgainByTheCoordinator()
    {
        await GiveAsync("jauna@example.org", MandateRole.Editor);
        var working = await _site.AddPersonAsync("strada@example.org");
        await GiveAsync("strada@example.org", MandateRole.Editor);
        var stranger = (await _site.UseAsync<CreatePerson, Talka.Foundation.Results.Result<Person>>(
            create => create.CreateAsync(new NewPerson("sveza@example.org", "Sveša Persona"), CancellationToken.None))).Value;
        using var client = await _site.SignInAsync("vada@example.org", administrator: false);
        await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<RoleGrant>()
            .Where(grant => grant.PersonId == stranger.Id).ExecuteDeleteAsync());
        var invited = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.UserName == "jauna@example.org"));
        var page = await client.GetStringAsync("/work/mandates/sample/people");
        Assert.Contains($"invite-{invited.Id}-Editor", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"invite-{working.Id}-Editor", page, StringComparison.Ordinal);

        using var sent = await _site.PostFormAsync(client, "/work/mandates/sample/people", $"invite-{invited.Id}-Editor", []);

        Assert.Contains("/accounts/setup?token=", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await _site.MailsAsync(), mail => mail.To == "jauna@example.org" && mail.Text.Contains("token=", StringComparison.Ordinal));

        // A link into an account that is in use, or of somebody elsewhere, is an administrator's to give
        var coordinator = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.UserName == "vada@example.org"));
        foreach (var person in new[] { working.Id, stranger.Id })
        {
            await _site.InScopeAsync(async services =>
            {
                services.GetRequiredService<CurrentActor>().Value = new Actor(coordinator.Id, "Vada");
                Assert.Equal("not-allowed", (await services.GetRequiredService<InvitePerson>().InviteAsync(person, CancellationToken.None)).Codes());
            });
        }
    }

    private async Task<(Guid Authority, Guid Member)> AuthorityAsync(string name, string email)
    {
        var authority = (await _site.UseAsync<SaveAuthority, Talka.Foundation.Results.Result<Guid>>(save => save.RunAsync(null, name, null, CancellationToken.None))).Value;
        var joined = await _site.UseAsync<ChangeMembership, Talka.Foundation.Results.Result<(Person Person, bool IsNew)>>(
            membership => membership.JoinAsync(authority, email, "Demo Uzraugs", "Līguma uzraudzība", CancellationToken.None));
        return (authority, joined.Value.Person.Id);
    }

    private async Task<string> PlaceAsync(Guid? authority, string? reason) => string.Join(' ', (await _site.UseAsync<PlaceUnderAuthority, Talka.Foundation.Results.Result>(
        place => place.RunAsync("sample", authority, reason, CancellationToken.None))).Errors.Select(error => error.Code));

    private Task<List<TrailEntry>> TrailAsync(TrailAct act) => _site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Trail().Where(line => line.Act == act).OrderBy(line => line.Id).ToListAsync());

    private async Task<(Guid Person, bool IsNew)> GiveAsync(string email, MandateRole role, DateOnly? until = null)
    {
        var given = await _site.UseAsync<GiveRole, Talka.Foundation.Results.Result<(Person Person, bool IsNew)>>(
            give => give.RunAsync("sample", New(email, role, until), CancellationToken.None));
        Assert.Empty(given.Errors);
        return (given.Value.Person.Id, given.Value.IsNew);
    }

    private static NewRole New(string email, MandateRole role, DateOnly? until = null) => new(email, "Jauna Persona", role, "Pieņemta darbā", until);

    private async Task<string> TakeAsync(Guid person, MandateRole role) => string.Join(' ', (await _site.UseAsync<TakeRole, Talka.Foundation.Results.Result>(
        take => take.RunAsync("sample", person, role, "Aizgāja", CancellationToken.None))).Errors.Select(error => error.Code));

    private Task<IReadOnlyList<MandateRole>> RolesAsync(Guid person) =>
        _site.UseAsync<MandateAccess, IReadOnlyList<MandateRole>>(async access => (await access.StandingAsync(person, "sample", CancellationToken.None))!.Roles);
}
