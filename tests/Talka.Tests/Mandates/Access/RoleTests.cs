using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Mandates.Access;
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
        using var placed = await _site.PostFormAsync(client, "/admin/mandates?change=sample", "place-sample", new() { ["Authority"] = home.Split('/')[^1] });
        Assert.Equal(HttpStatusCode.Redirect, placed.StatusCode);

        var supervisor = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.DisplayName == "Demo Uzraugs"));
        Assert.Equal([MandateRole.Supervisor], await RolesAsync(supervisor.Id));
    }

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
