using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

/// <summary>What people do with accounts, exports and settings is in the audit trail afterwards.</summary>
public sealed class TrailedActsTests
{
    [Fact]
    public async Task SignIn_RightWrongAndOut_AreNoted()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var client = site.NewClient();
        await site.TrySignInAsync(client, "anna@example.org", "wrong password");
        await site.TrySignInAsync(client, "nobody@example.org", "wrong password");
        await site.TrySignInAsync(client, "anna@example.org", SignedIn.Password);
        await SignOutAsync(client);

        var acts = await ReadAsync(site);

        Assert.Equal(
            [(TrailAct.AccessGiven, null), (TrailAct.SignInFailed, person.Id), (TrailAct.SignInFailed, null), (TrailAct.SignedIn, person.Id), (TrailAct.SignedOut, (Guid?)person.Id)],
            acts.Select(act => (act.Act, act.PersonId)));
        Assert.DoesNotContain(acts, act => $"{act.Subject} {act.Detail}".Contains("example.org", StringComparison.Ordinal));
        Assert.All(acts.Skip(1), act => Assert.Equal("127.0.0.0", act.Address));
    }

    [Fact]
    public async Task Invitation_AndItsUse_AreNoted()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync();
        var path = (await site.UseAsync<InvitePerson, Talka.Foundation.Results.Result<string>>(invite => invite.InviteAsync(person.Id, CancellationToken.None))).Value;

        using var answer = await site.PostFormAsync(
            site.NewClient(), path, "setup", new() { ["Form.Password"] = "another long password", ["Form.Repeat"] = "another long password" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var acts = await ReadAsync(site);
        Assert.Equal([TrailAct.AccessGiven, TrailAct.Invited, TrailAct.PasswordSet, TrailAct.SignedIn], acts.Select(act => act.Act));
        Assert.Equal($"person:{person.Id}", acts[1].Subject);
        Assert.All(acts.Skip(2), act => Assert.Equal(person.Id, act.PersonId));
    }

    [Theory]
    [InlineData("/work/mandates/sample/journal/export?format=csv", "journal", "Csv")]
    [InlineData("/work/mandates/sample/spending.xlsx", "spending", "Xlsx")]
    [InlineData("/work/mandates/sample/budget.csv", "budget", "Csv")]
    [InlineData("/work/mandates/sample/summary/draft.json", "summary draft", "json")]
    public async Task Export_OfAMandate_IsNotedWithItsMandate(string address, string subject, string format)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var client = await site.SignInAsync();

        using var answer = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var export = (await ReadAsync(site))[^1];
        Assert.Equal((TrailAct.Exported, subject, "sample", format), (export.Act, export.Subject, export.Mandate, export.Detail));
        Assert.NotNull(export.PersonId);
    }

    [Fact]
    public async Task People_WhenLookedAt_IsNoted()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync();

        await client.GetStringAsync("/admin/people");

        var read = (await ReadAsync(site))[^1];
        Assert.Equal((TrailAct.PersonalDataRead, "people"), (read.Act, read.Subject));
    }

    [Fact]
    public async Task Kind_ThatIsRefused_IsNotNoted()
    {
        await using var site = await TestSite.StartAsync();
        var form = new KindForm("new-kind", "Jauns", "New", "a|b|c", "a|b", EntryMeasures.None, EntryMeasures.None, true, 1);

        await site.UseAsync<SaveKind, Talka.Foundation.Results.Result<JournalKind>>(save => save.SaveAsync(form with { NameLv = "" }, isNew: true));
        Assert.Empty(await ReadAsync(site));
        await site.UseAsync<SaveKind, Talka.Foundation.Results.Result<JournalKind>>(save => save.SaveAsync(form, isNew: true));

        Assert.Equal("kind:new-kind", Assert.Single(await ReadAsync(site)).Subject);
    }

    private static Task<List<TrailEntry>> ReadAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Trail().OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync());

    private static async Task SignOutAsync(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", SignedIn.TokenIn(await client.GetStringAsync("/account")))]);
        using var answer = await client.PostAsync("/sign-out", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
