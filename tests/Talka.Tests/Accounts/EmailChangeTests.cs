using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

public sealed class EmailChangeTests
{
    private const string Old = "anna@example.org";
    private const string New = "anna.piemera@example.org";
    private const string ConfirmSubject = "Apstipriniet savu jauno e-pasta adresi";
    private const string BegunSubject = "Jūsu e-pasta adresi grib nomainīt";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Change_ConfirmedAtTheNewAddress_TakesEffectAndBothAreTold()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var confirm = await site.MailAsync(ConfirmSubject, New);
        Assert.Contains(New, (await site.MailAsync(BegunSubject, Old)).Text, StringComparison.Ordinal);

        // Looking at the link changes nothing
        Assert.Contains(New, await site.Client.GetStringAsync(confirm.Link), StringComparison.Ordinal);
        using var before = await site.TrySignInAsync(site.NewClient(), Old, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);

        using var confirmed = await site.PostFormAsync(site.Client, confirm.Link, "confirm", []);

        Assert.EndsWith("/sign-in?notice=email-changed", confirmed.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var old = await site.TrySignInAsync(site.NewClient(), Old, SignedIn.Password);
        using var right = await site.TrySignInAsync(site.NewClient(), New, SignedIn.Password);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (old.StatusCode, right.StatusCode));
        Assert.Equal([New, Old], (await site.MailsAsync()).Where(mail => mail.Subject == "Jūsu e-pasta adrese ir nomainīta").Select(mail => mail.To).Order(StringComparer.Ordinal));
        using var again = await site.Client.GetAsync(confirm.Link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        _clock.Advance(TimeSpan.FromSeconds(61));
        using var session = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, session.StatusCode);
        Assert.Contains(TrailAct.EmailChanged, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Trail().Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task Change_StoppedAtTheOldAddress_CanNoLongerBeConfirmed()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        var stop = (await site.MailAsync(BegunSubject)).Link;

        using var stopped = await site.PostFormAsync(site.Client, stop, "stop", []);

        Assert.Contains("Maiņa ir apturēta", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var closed = await site.Client.GetAsync((await site.MailAsync(ConfirmSubject)).Link);
        Assert.Equal(HttpStatusCode.Gone, closed.StatusCode);
        await AssertNewPasswordWanted(site, client);
    }

    [Fact]
    public async Task Change_ConfirmedByAThief_IsUndoneAtTheOldAddress()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        using var confirmed = await site.PostFormAsync(site.Client, (await site.MailAsync(ConfirmSubject)).Link, "confirm", []);
        _clock.Ahead = TimeSpan.FromDays(6);

        using var stopped = await site.PostFormAsync(site.Client, (await site.MailAsync(BegunSubject)).Link, "stop", []);

        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        using var thief = await site.TrySignInAsync(site.NewClient(), New, SignedIn.Password);
        Assert.Equal(HttpStatusCode.BadRequest, thief.StatusCode);
        await AssertNewPasswordWanted(site, client);
    }

    [Fact]
    public async Task StopLink_OfALaterChange_DoesNotGiveTheAccountBackToAThief()
    {
        await using var site = await StartAsync();
        var (first, thief) = await TakenAsync(site);
        using var again = await AskAsync(site, thief, "third@example.org");
        var later = (await site.MailAsync(BegunSubject, New)).Link;

        using var undone = await site.PostFormAsync(site.Client, first, "stop", []);

        Assert.Contains("Maiņa ir apturēta", await undone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, later));
        var stopped = await site.InScopeAsync(services => services.GetRequiredService<StopEmailChange>().RunAsync(later.Split('=')[1], CancellationToken.None));
        Assert.Equal("email-link-closed", Assert.Single(stopped.Errors).Code);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, (await site.MailAsync(ConfirmSubject, "third@example.org")).Link));
        Assert.Equal(Old, await AddressAsync(site));
        thief.Dispose();
    }

    [Fact]
    public async Task Change_MadeTwiceByAThief_IsUndoneToTheFirstAddress()
    {
        await using var site = await StartAsync();
        var (first, thief) = await TakenAsync(site);
        using var again = await AskAsync(site, thief, "third@example.org");
        using var confirmed = await site.PostFormAsync(site.Client, (await site.MailAsync(ConfirmSubject, "third@example.org")).Link, "confirm", []);
        Assert.Equal("third@example.org", await AddressAsync(site));

        using var undone = await site.PostFormAsync(site.Client, first, "stop", []);

        Assert.Equal(Old, await AddressAsync(site));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, (await site.MailAsync(BegunSubject, New)).Link));
        thief.Dispose();
    }

    [Fact]
    public async Task Links_WhenTheAddressIsAnotherByNow_ChangeNothing()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People()
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.UserName, "given@example.org").SetProperty(person => person.NormalizedUserName, "GIVEN@EXAMPLE.ORG")));

        var links = ((await site.MailAsync(ConfirmSubject)).Link, (await site.MailAsync(BegunSubject)).Link);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (await StatusAsync(site, links.Item1), await StatusAsync(site, links.Item2)));
        var confirmed = await site.InScopeAsync(services => services.GetRequiredService<ConfirmEmailChange>().RunAsync(links.Item1.Split('=')[1], CancellationToken.None));
        Assert.Equal("email-link-closed", Assert.Single(confirmed.Errors).Code);
        Assert.Equal("given@example.org", await AddressAsync(site));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NewPassword_StopsAChangeThatWaits(bool byLink)
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync(Old, CancellationToken.None));
        var reset = (await site.MailAsync("Jaunas paroles izvēle", Old)).Link;
        const string password = "pavisam citi trīs vārdi";

        using var changed = byLink
            ? await site.PostFormAsync(site.NewClient(), reset, "setup", new() { ["Form.Password"] = password, ["Form.Repeat"] = password })
            : await site.PostFormAsync(client, "/account", "password", new() { ["Form.Current"] = SignedIn.Password, ["Form.Password"] = password, ["Form.Repeat"] = password });

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, (await site.MailAsync(ConfirmSubject)).Link));
        Assert.NotNull(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EmailChanges().Select(change => change.StoppedAt).SingleAsync()));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, reset));
    }

    [Fact]
    public async Task Links_AfterTheirTime_AreClosed()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        var (confirm, stop) = ((await site.MailAsync(ConfirmSubject)).Link, (await site.MailAsync(BegunSubject)).Link);

        _clock.Ahead = TimeSpan.FromHours(25);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), (await StatusAsync(site, confirm), await StatusAsync(site, stop)));
        _clock.Ahead = TimeSpan.FromDays(8);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, stop));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, "/accounts/email/confirm"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, "/accounts/email/stop?token=unknown"));
    }

    [Fact]
    public async Task Change_ToAnAddressThatHasAnAccount_LooksTheSameAndTellsItsOwnerAlone()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("taken@example.org");
        using var client = await site.SignInAsync(Old, administrator: false);

        using var free = await AskAsync(site, client, New);
        using var taken = await AskAsync(site, client, "TAKEN@example.org");

        Assert.Equal(
            AccountMail.Lasting(await free.Content.ReadAsStringAsync(), New),
            AccountMail.Lasting(await taken.Content.ReadAsStringAsync(), "TAKEN@example.org"));
        var told = (await site.MailsAsync()).Single(mail => mail.To == "taken@example.org");
        Assert.Equal("Šai adresei jau ir konts", told.Subject);
        Assert.DoesNotContain("token=", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Old, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_AddressTakenMeanwhile_IsRefusedAndChangesNothing()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        await site.AddPersonAsync(New);

        using var refused = await site.PostFormAsync(site.Client, (await site.MailAsync(ConfirmSubject)).Link, "confirm", []);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var old = await site.TrySignInAsync(site.NewClient(), Old, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
    }

    [Theory]
    [InlineData("not an address", SignedIn.Password, "Email")]
    [InlineData("Anna@example.org", SignedIn.Password, "Email")]
    [InlineData(New, "not the password", "Current")]
    public async Task Change_BadInput_IsShownAtItsField(string email, string password, string field)
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);

        using var answer = await AskAsync(site, client, email, password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"href=\"#{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task Change_AskedForOften_IsLimited()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        for (var i = 0; i < 5; i++)
        {
            using var asked = await AskAsync(site, client, $"anna{i}@example.org");
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        }

        using var sixth = await AskAsync(site, client, New);

        Assert.Equal(HttpStatusCode.Conflict, sixth.StatusCode);
        var links = (await site.MailsAsync()).Where(mail => mail.Subject == ConfirmSubject).Select(mail => mail.Link).ToList();
        var statuses = new List<HttpStatusCode>();
        foreach (var link in links)
        {
            statuses.Add(await StatusAsync(site, link));
        }

        Assert.Single(statuses, HttpStatusCode.OK); // the latest wish alone counts
    }

    [Fact]
    public async Task Link_ConfirmedTwiceAtOnce_WorksOnce()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        var token = (await site.MailAsync(ConfirmSubject)).Link.Split('=')[1];

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.InScopeAsync(services =>
            services.GetRequiredService<ConfirmEmailChange>().RunAsync(token, CancellationToken.None))));

        Assert.Single(results, result => result.Succeeded);
    }

    // Somebody who knew the password has given the account an address of their own, and is signed in
    private static async Task<(string Stop, HttpClient Thief)> TakenAsync(TestSite site)
    {
        using var client = await site.SignInAsync(Old, administrator: false);
        using var asked = await AskAsync(site, client, New);
        var stop = (await site.MailAsync(BegunSubject, Old)).Link;
        using var confirmed = await site.PostFormAsync(site.Client, (await site.MailAsync(ConfirmSubject, New)).Link, "confirm", []);
        var thief = site.NewClient();
        using var signedIn = await site.TrySignInAsync(thief, New, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return (stop, thief);
    }

    private static Task<string?> AddressAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Select(person => person.UserName).SingleAsync());

    private async Task AssertNewPasswordWanted(TestSite site, HttpClient oldSession)
    {
        _clock.Advance(TimeSpan.FromSeconds(61));
        using var ended = await oldSession.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var reset = await site.MailAsync("E-pasta adreses maiņa ir apturēta", Old);
        const string password = "pavisam citi trīs vārdi";
        using var set = await site.PostFormAsync(site.NewClient(), reset.Link, "setup", new() { ["Form.Password"] = password, ["Form.Repeat"] = password });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        using var right = await site.TrySignInAsync(site.NewClient(), Old, password);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string path)
    {
        using var answer = await site.Client.GetAsync(path);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> AskAsync(TestSite site, HttpClient client, string email, string password = SignedIn.Password) =>
        site.PostFormAsync(client, "/account/email", "email", new() { ["Form.Email"] = email, ["Form.Current"] = password });

    private Task<TestSite> StartAsync() => TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));
}
