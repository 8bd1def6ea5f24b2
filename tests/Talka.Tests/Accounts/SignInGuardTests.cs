using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

public sealed class SignInGuardTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Failures_InARow_LengthenTheWait()
    {
        await using var site = await StartAsync();
        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            Assert.Null((await BeginAsync(site)).WaitUntil);
        }

        foreach (var minutes in new[] { 1, 5, 15, 60, 60 })
        {
            var until = (await BeginAsync(site, "ANNA@example.org ")).WaitUntil!.Value;
            Assert.InRange(until - _clock.Now, TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(minutes));
            _clock.Advance(TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(1));
            Assert.Null((await BeginAsync(site)).WaitUntil);
        }

        Assert.Null((await BeginAsync(site, "other@example.org")).WaitUntil);
    }

    [Fact]
    public async Task Failures_OfYesterday_AreForgotten()
    {
        await using var site = await StartAsync();
        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            await BeginAsync(site);
        }

        _clock.Ahead = TimeSpan.FromHours(25);

        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            Assert.Null((await BeginAsync(site)).WaitUntil);
        }

        Assert.NotNull((await BeginAsync(site)).WaitUntil);
    }

    [Fact]
    public async Task Attempts_ManyAtOnce_AreCountedBeforeAnyPasswordIsLookedAt()
    {
        await using var site = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => BeginAsync(site)));

        Assert.Equal(SignInGuard.FreeAttempts, answers.Count(answer => answer.WaitUntil is null));
        Assert.Single(answers, answer => answer.Locks);
    }

    [Fact]
    public async Task SignIn_LockedAddress_LooksTheSameWithAndWithoutAnAccount()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        List<string> pages = [];
        foreach (var email in new[] { "anna@example.org", "nobody@example.org" })
        {
            using var client = site.NewClient();
            for (var i = 0; i < SignInGuard.FreeAttempts; i++)
            {
                using var wrong = await site.TrySignInAsync(client, email, "not the password");
                Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            }

            using var locked = await site.TrySignInAsync(client, email, SignedIn.Password);
            Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
            var page = AccountMail.Lasting(await locked.Content.ReadAsStringAsync(), email);
            pages.Add(System.Text.RegularExpressions.Regex.Replace(page, "plkst. [0-9:]{5}", "plkst.", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
            Assert.Contains("Pārāk daudz neveiksmīgu mēģinājumu", page, StringComparison.Ordinal);
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task SignIn_AfterTheWait_OpensAndForgetsTheFailures()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var client = site.NewClient();
        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            using var wrong = await site.TrySignInAsync(client, "anna@example.org", "not the password");
        }

        _clock.Ahead = TimeSpan.FromSeconds(61);
        using var right = await site.TrySignInAsync(client, "anna@example.org", SignedIn.Password);

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Null((await BeginAsync(site)).WaitUntil);
    }

    [Fact]
    public async Task SignIn_Locked_IsToldToThePersonOnceADayAndToNobodyElse()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        for (var round = 0; round < 2; round++)
        {
            foreach (var email in new[] { "anna@example.org", "nobody@example.org" })
            {
                using var client = site.NewClient();
                for (var i = 0; i < SignInGuard.FreeAttempts; i++)
                {
                    using var wrong = await site.TrySignInAsync(client, email, "not the password");
                }
            }

            await site.InScopeAsync(services => services.GetRequiredService<SignInGuard>().ClearAsync("anna@example.org", CancellationToken.None));
        }

        var mail = Assert.Single(await site.MailsAsync());
        Assert.Equal(("anna@example.org", "Jūsu konts uz brīdi ir slēgts"), (mail.To, mail.Subject));
        Assert.Contains(site.Address + "/forgotten-password", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@example.org")]
    [InlineData("invited@example.org")]
    [InlineData("nobody@example.org")]
    public async Task SignIn_ThatFails_TakesAsLongForEverybody(string email)
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("invited@example.org", "Jānis Paraugs"), CancellationToken.None));
        using var client = site.NewClient();
        using var first = await site.TrySignInAsync(client, "warm@example.org", "not the password");

        var watch = Stopwatch.StartNew();
        await site.InScopeAsync(services => services.GetRequiredService<SignInByPassword>().RunAsync(email, "not the password", fromHere: true, CancellationToken.None));

        Assert.True(watch.ElapsedMilliseconds >= 395);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));

    private static Task<(DateTime? WaitUntil, bool Locks)> BeginAsync(TestSite site, string email = "anna@example.org") =>
        site.InScopeAsync(services => services.GetRequiredService<SignInGuard>().BeginAsync(email, CancellationToken.None));
}
