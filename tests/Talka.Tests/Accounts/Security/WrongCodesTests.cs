using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

/// <summary>Wrong codes of the second step, one after another and many at once: they are counted, slowed down and told of.</summary>
public sealed class WrongCodesTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Code_WrongAgainAndAgain_LocksTheAccount()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        using var client = await site.HalfSignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.SendCodeAsync(client, "000000");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var right = await site.SendCodeAsync(client, await site.CodeAsync(_clock));

        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        Assert.Contains("Pārāk daudz neveiksmīgu mēģinājumu", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_RightInBetween_DoesNotForgetWrongCodes()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        for (var i = 0; i < 5; i++)
        {
            using var client = await site.HalfSignedInAsync();
            using var wrong = await site.SendCodeAsync(client, "000000");
        }

        using var late = await site.HalfSignedInAsync();
        using var locked = await site.SendCodeAsync(late, await site.CodeAsync(_clock));
        Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
    }

    [Fact]
    public async Task Code_WrongAgainAndAgain_WaitsLongerEachTimeAndIsToldOnce()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        using var client = await site.HalfSignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.SendCodeAsync(client, "000000");
        }

        _clock.Advance(TimeSpan.FromSeconds(61));
        using var sixth = await site.SendCodeAsync(client, "000000");
        _clock.Advance(TimeSpan.FromSeconds(61));
        using var waiting = await site.SendCodeAsync(client, await site.CodeAsync(_clock));
        Assert.Equal(HttpStatusCode.BadRequest, waiting.StatusCode);

        _clock.Advance(TimeSpan.FromMinutes(4));
        using var later = await site.HalfSignedInAsync();
        using var right = await site.SendCodeAsync(later, await site.CodeAsync(_clock));

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal("Kāds zina jūsu paroli", Assert.Single(await site.MailsAsync(), mail => mail.Subject.StartsWith("Kāds", StringComparison.Ordinal)).Subject);
        Assert.Equal(0, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SignInAttempts().CountAsync()));
    }

    [Fact]
    public async Task Codes_ManyAtOnce_AreCountedBeforeAnyIsLookedAt()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        var id = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Select(person => person.Id).SingleAsync());
        var looked = 0;

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => site.InScopeAsync(async services =>
        {
            var person = await services.GetRequiredService<TalkaDb>().People().SingleAsync(person => person.Id == id);
            return await services.GetRequiredService<SecondStepGuard>().TryAsync(
                person, "Code", Talka.Foundation.Results.Error.Invalid("wrong", "", "Code"), () => Task.FromResult(Interlocked.Increment(ref looked) < 0), CancellationToken.None);
        }))));

        Assert.Equal(SignInGuard.FreeAttempts, looked);
        Assert.Single(await site.MailsAsync(), mail => mail.Subject == "Kāds zina jūsu paroli");
    }

    [Fact]
    public async Task PasswordLink_Used_EndsTheWaitOfTheSecondStep()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        using var client = await site.HalfSignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.SendCodeAsync(client, "000000");
        }

        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync(Authenticators.Email, CancellationToken.None));
        using var owner = site.NewClient();
        using var set = await site.PostFormAsync(
            owner, (await site.MailAsync("Jaunas paroles izvēle")).Link, "setup", new() { ["Form.Password"] = "horse battery staple correct", ["Form.Repeat"] = "horse battery staple correct" });

        using var right = await site.SendCodeAsync(owner, await site.CodeAsync(_clock));

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));
}
