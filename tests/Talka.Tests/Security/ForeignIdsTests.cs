using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Somebody with every role on one mandate reaches for what belongs to another: by its id under their own address, and by its own address.</summary>
public sealed class ForeignIdsTests
{
    private const string Mine = "/work/mandates/" + TwoMandates.Mine;
    private const string Theirs = "/work/mandates/" + TwoMandates.Theirs;

    [Fact]
    public async Task Reading_IdsOfAnotherMandate_UnderOnesOwn_FindsNothing()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        string[] gone =
        [
            $"/mandates/sample/entries/{site.Other.Entry}", $"{Mine}/entries/{site.Other.Entry}/correct", $"{Mine}/entries/{site.Other.Entry}/void",
            $"{Mine}/entries/{site.Other.Entry}/erase", $"{Mine}/files/{site.Other.File}", $"{Mine}/indicators/{TwoMandates.Theirs}-indicator",
        ];
        foreach (var address in gone)
        {
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode}");
        }

        string[] silent =
        [
            $"{Mine}/record?kind=seminar&repeat={site.Other.Entry}", $"{Mine}/spending/ineligible?expense={site.Other.Expense}", $"{Mine}/spending/recovery?ineligible={site.Other.Ineligible}",
            $"{Mine}/journal?show=all", $"{Mine}/journal/export?format=csv", $"{Mine}/spending", $"{Mine}/spending.csv", "/mandates/sample/figures.csv?q=count", "/work",
        ];
        foreach (var address in silent)
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
            Assert.False(page.Contains(TwoMandates.Mark, StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task Reading_AnotherMandatesWork_IsForbidden()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        var addresses = (await SiteMap.AddressesAsync(site, HttpMethod.Get)).Where(address => address.StartsWith(Mine, StringComparison.Ordinal))
            .Select(address => Theirs + address[Mine.Length..]).Append($"{Theirs}/files/{site.Other.File}").ToList();
        Assert.True(addresses.Count > 20);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            Assert.True(
                answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/forbidden", StringComparison.Ordinal),
                $"{address} answered {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Forms_WithIdsOfAnotherMandate_ChangeNothing()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        var session = await TheirSessionAsync(site);
        var today = new Dictionary<string, string?> { ["Form.Date"] = "2024-10-01", ["Form.Amount"] = "1,00", ["Form.Why"] = "Mans" };
        (string Path, string Handler, Dictionary<string, string?> Fields)[] forms =
        [
            ($"{Mine}/entries/{site.Other.Entry}/void", "void", new() { ["Form.Reason"] = "Mans" }),
            ($"{Mine}/entries/{site.Other.Entry}/erase", "erase", new() { ["Form.Reason"] = "Mans", ["Form.Sure"] = "true" }),
            ($"{Mine}/entries/{site.Other.Entry}/correct", "correct", Correction(site.Other.Entry)),
            ($"{Mine}/entries/{site.Own.Entry}/correct", "correct", Correction(site.Other.Entry)),
            ($"{Mine}/spending/ineligible", "ineligible", new(today) { ["Form.Concerns"] = $"{site.Other.Expense}" }),
            ($"{Mine}/spending/recovery", "recovery", new(today) { ["Form.Concerns"] = $"{site.Other.Ineligible}" }),
            ($"{Mine}/indicators/{TwoMandates.Theirs}-indicator", "indicator", new() { ["Form.NameLv"] = "Mans", ["Form.Version"] = "1" }),
            ($"{Mine}/indicators/{TwoMandates.Theirs}-indicator", "remove", new() { ["Form.Version"] = "1" }),
            ($"{Mine}/people", $"take-{site.Other.Member}-Coordinator", new() { ["TakeReason"] = "Mans" }),
            ($"{Theirs}/people", "give", Role("Coordinator")),
            ($"{Theirs}/people", $"take-{site.Other.Member}-Coordinator", new() { ["TakeReason"] = "Mans" }),
            ($"{Theirs}/entries/{site.Other.Entry}/void", "void", new() { ["Form.Reason"] = "Mans" }),
            ($"{Theirs}/spending/expense", "expense", new(today) { ["Form.Title"] = "Mans", ["Form.Stream"] = "civic" }),
            ($"/admin/authorities/{site.Other.Authority}", "join", new() { ["Form.Email"] = TwoMandates.Anna, ["Form.Reason"] = "Mans" }),
            ("/admin/people", "add-person", new() { ["Form.Email"] = "new@example.org", ["Form.DisplayName"] = "Mans", ["Form.IsAdministrator"] = "true" }),
            ("/admin/people", $"invite-{site.Other.Member}", []),
            ("/account/security", $"end-{session}", []),
        ];
        var before = await DatabasePrint.OfAsync(site.Site);

        foreach (var (path, handler, fields) in forms)
        {
            using var answer = await site.SendAsync(client, path, handler, fields);
            var allowed = (int)answer.StatusCode >= 400 || answer.Headers.Location?.ToString().Contains("/forbidden", StringComparison.Ordinal) == true;
            Assert.True(allowed, $"{path} {handler} answered {(int)answer.StatusCode} {answer.Headers.Location}");
            var after = await DatabasePrint.OfAsync(site.Site);
            Assert.True(before == after, $"{path} {handler} changed\n{before}\nto\n{after}");
        }

        Assert.Equal(session, await TheirSessionAsync(site, signIn: false));
    }

    [Fact]
    public async Task Supervisor_OfAnotherAuthority_SeesNothingOfTheMandate()
    {
        await using var site = await TwoMandates.StartAsync();
        await site.Site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Talka.Mandates.Access.RoleGrant>().ExecuteDeleteAsync());
        using var client = await site.SignInAsync();

        using var own = await client.GetAsync(Mine);
        using var other = await client.GetAsync(Theirs);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("/forbidden", other.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TwoMandates.Theirs + "\"", await client.GetStringAsync("/work"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_TakenAway_IsGoneWithTheNextRequest()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Mine + "/record")).StatusCode);

        await site.Site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Talka.Mandates.Access.RoleGrant>().ExecuteDeleteAsync());

        using var after = await client.GetAsync(Mine + "/record");
        Assert.Contains("/forbidden", after.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Correction(long target) => new()
    {
        ["Form.Target"] = $"{target}",
        ["Form.Reason"] = "Mans",
        ["Form.Kind"] = "seminar",
        ["Form.Title"] = "Mans",
        ["Form.From"] = "2023-02-09",
        ["Form.Participants"] = "1",
    };

    private static Dictionary<string, string?> Role(string role) => new() { ["Form.Email"] = TwoMandates.Anna, ["Form.Role"] = role, ["Form.Reason"] = "Mans" };

    private static async Task<Guid> TheirSessionAsync(TwoMandates site, bool signIn = true)
    {
        if (signIn)
        {
            using var client = await site.SignInAsync("janis@example.org");
        }

        return await site.Site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Sessions()
            .Where(session => session.PersonId == site.Other.Member).Select(session => session.Id).SingleAsync());
    }
}
