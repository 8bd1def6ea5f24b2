using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

public sealed class AccountLinkTests
{
    [Fact]
    public async Task FirstAdministrator_LinkSpent_MakesOneAdministratorAndNoSecond()
    {
        await using var site = await TestSite.StartAsync();
        var path = (await FirstLinkAsync(site))!;
        using var client = site.NewClient();
        var fields = new Dictionary<string, string?>
        {
            ["Form.DisplayName"] = "Anna Piemēra",
            ["Form.Email"] = "anna@example.org",
            ["Form.Password"] = SignedIn.Password,
            ["Form.Repeat"] = SignedIn.Password,
        };

        using var made = await site.PostFormAsync(client, path, "setup", fields);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("anna@example.org", await client.GetStringAsync("/admin/people"), StringComparison.Ordinal);
        using var again = await site.NewClient().GetAsync(path);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Null(await FirstLinkAsync(site));
    }

    [Fact]
    public async Task FirstAdministrator_NewerLink_ClosesTheOlder()
    {
        await using var site = await TestSite.StartAsync();
        var older = await FirstLinkAsync(site);
        var newer = await FirstLinkAsync(site);

        using var closed = await site.Client.GetAsync(older);
        using var open = await site.Client.GetAsync(newer);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (closed.StatusCode, open.StatusCode));
    }

    [Fact]
    public async Task FirstAdministrator_OnlyDemoAccountsExist_IsStillWanted()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("demo@example.org", "Demo", DemoAccounts.Password, IsDemo: true), CancellationToken.None));

        Assert.NotNull(await FirstLinkAsync(site));
        var page = await site.Client.GetStringAsync("/sign-in");
        Assert.Contains("demo@example.org", page, StringComparison.Ordinal);
        Assert.Contains(DemoAccounts.Password, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_InTheDatabase_IsKeptAsHashOnly()
    {
        await using var site = await TestSite.StartAsync();
        var path = (await FirstLinkAsync(site))!;
        var token = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var kept = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().AccountLinks().SingleAsync());

        Assert.NotEqual(token, kept.TokenHash);
        Assert.Equal(AccountLink.HashOf(token), kept.TokenHash);
    }

    [Fact]
    public async Task Link_PasswordTooShort_IsNotSpent()
    {
        await using var site = await TestSite.StartAsync();
        var path = (await FirstLinkAsync(site))!;
        using var client = site.NewClient();

        using var refused = await site.PostFormAsync(client, path, "setup", new()
        {
            ["Form.DisplayName"] = "Anna Piemēra",
            ["Form.Email"] = "anna@example.org",
            ["Form.Password"] = "short",
            ["Form.Repeat"] = "short",
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("vismaz 12", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var open = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task People_Added_GetALinkThatSetsTheirPassword()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync();

        using var added = await site.PostFormAsync(admin, "/admin/people", "add-person", new()
        {
            ["Form.DisplayName"] = "Jānis Paraugs",
            ["Form.Email"] = "janis@example.org",
        });

        var page = await added.Content.ReadAsStringAsync();
        var start = page.IndexOf("/accounts/setup?token=", StringComparison.Ordinal);
        Assert.True(start > 0, page);
        var link = page[start..page.IndexOf('<', start)];
        using var client = site.NewClient();
        using var set = await site.PostFormAsync(client, link, "setup", new() { ["Form.Password"] = SignedIn.Password, ["Form.Repeat"] = SignedIn.Password });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("Jānis Paraugs", await client.GetStringAsync("/account"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "anna@example.org", "name-missing")]
    [InlineData("Anna", "not an address", "email-invalid")]
    [InlineData("Anna", "Anna <anna@example.org>", "email-invalid")]
    [InlineData("Anna", "taken@example.org", "email-taken")]
    [InlineData("Anna", "TAKEN@example.org", "email-taken")]
    public async Task CreatePerson_BadInput_IsRefusedByName(string name, string email, string code)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("taken@example.org");

        var result = await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson(email, name, SignedIn.Password), CancellationToken.None));

        Assert.Equal(code, Assert.Single(result.Errors).Code);
    }

    private static Task<string?> FirstLinkAsync(TestSite site) => site.InScopeAsync(services =>
        services.GetServices<IFirstStart>().OfType<FirstAdministrator>().Single().LinkAsync(CancellationToken.None));
}
