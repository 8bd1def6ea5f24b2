using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Neither words nor work nor time tell a stranger who has an account.</summary>
public sealed class AccountSilenceTests
{
    private const string Known = "anna@example.org";
    private const string Unknown = "nobody@example.org";

    [Fact]
    public async Task SignIn_KnownAndUnknownAddress_AreAnsweredWithTheSamePage()
    {
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(new StandingClock()));
        await site.AddPersonAsync(Known);
        for (var attempt = 0; attempt < 7; attempt++) // the last ones have to wait
        {
            var (known, unknown) = (await PageAsync(site, Known), await PageAsync(site, Unknown));
            Assert.Equal(known, unknown);
        }
    }

    [Fact]
    public async Task SignIn_UnknownAddress_CostsAHashAsAKnownOneDoes()
    {
        var hasher = new CountingHasher();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<IPasswordHasher<Person>>(hasher));
        await site.AddPersonAsync(Known);
        await PageAsync(site, Unknown); // the first may make what later ones are compared with

        hasher.Verified = 0;
        await PageAsync(site, Known);
        var known = hasher.Verified;
        hasher.Verified = 0;
        await PageAsync(site, Unknown);

        Assert.Equal(1, known);
        Assert.Equal(known, hasher.Verified);
    }

    [Fact]
    public async Task Reset_KnownAndUnknownAddress_AreAnsweredAlikeInWordsAndTime()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync(Known);
        var (known, unknown) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < 5; round++)
        {
            var first = await ResetAsync(site, Known, known);
            Assert.Equal(first, await ResetAsync(site, Unknown, unknown));
        }

        Assert.InRange(Median(known) / Median(unknown), 1 / 3d, 3d);
    }

    private static async Task<string> ResetAsync(TestSite site, string email, List<TimeSpan> times)
    {
        using var client = site.NewClient();
        var token = SignedIn.TokenIn(await client.GetStringAsync("/forgotten-password"));
        using var form = new FormUrlEncodedContent([new("_handler", "forgotten"), new("__RequestVerificationToken", token), new("Form.Email", email)]);
        var started = TimeProvider.System.GetTimestamp();
        using var answer = await client.PostAsync("/forgotten-password", form);
        var page = await answer.Content.ReadAsStringAsync();
        times.Add(TimeProvider.System.GetElapsedTime(started));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return page.Replace(email, "…", StringComparison.Ordinal);
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private static async Task<string> PageAsync(TestSite site, string email)
    {
        using var client = site.NewClient();
        using var answer = await site.TrySignInAsync(client, email, "not the password");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return Plain(await answer.Content.ReadAsStringAsync(), email);
    }

    // Without what differs in any two answers
    private static string Plain(string page, string email) =>
        page.Replace(email, "…", StringComparison.Ordinal).Replace(SignedIn.TokenIn(page), "…", StringComparison.Ordinal);

    // The page says to the minute when to try again
    private sealed class StandingClock : TimeProvider
    {
        private readonly DateTimeOffset _now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _now;
    }

    private sealed class CountingHasher : PasswordHasher<Person>
    {
        public CountingHasher()
            : base(Options.Create(new PasswordHasherOptions()))
        {
        }

        public int Verified { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
