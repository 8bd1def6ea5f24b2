using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

/// <summary>A person with an authenticator app, as it is set up through the pages; and the app itself.</summary>
internal static partial class Authenticators
{
    public const string Email = "anna@example.org";

    /// <summary>Adds the person, signs in, sets the app up. The client stays signed in.</summary>
    public static async Task<(HttpClient Client, string[] RecoveryCodes)> WithAuthenticatorAsync(
        this TestSite site, MovableClock clock, string email = Email, bool administrator = false)
    {
        var client = await site.SignInAsync(email, administrator);
        using var begun = await site.PostFormAsync(client, "/account/security", "authenticator-set-up", []);
        Assert.EndsWith("/account/security/authenticator", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
        var code = await site.CodeAsync(clock, email);
        using var on = await site.PostFormAsync(client, "/account/security/authenticator", "authenticator", new() { ["Form.Code"] = code });
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);
        var codes = CodesIn(await on.Content.ReadAsStringAsync());
        clock.Advance(TimeSpan.FromSeconds(60)); // the code is used up
        return (client, codes);
    }

    /// <summary>What the app shows now.</summary>
    public static Task<string> CodeAsync(this TestSite site, MovableClock clock, string email = Email) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var app = await db.Authenticators().SingleAsync(app => db.People().Any(person => person.Id == app.PersonId && person.UserName == email));
        var secret = services.GetRequiredService<MasterKey>().Open($"authenticator {app.PersonId}", app.Secret);
        return Totp.CodeAt(secret, Totp.StepAt(clock.GetUtcNow()));
    });

    public static Task<HttpResponseMessage> SendCodeAsync(this TestSite site, HttpClient client, string code) =>
        site.PostFormAsync(client, "/sign-in/code", "code", new() { ["Form.Code"] = code });

    public static Task<HttpResponseMessage> SendRecoveryCodeAsync(this TestSite site, HttpClient client, string code) =>
        site.PostFormAsync(client, "/sign-in/code", "recovery", new() { ["Recovery.RecoveryCode"] = code });

    /// <summary>A browser that has given the password and not yet the code.</summary>
    public static async Task<HttpClient> HalfSignedInAsync(this TestSite site, string email = Email)
    {
        var client = site.NewClient();
        using var password = await site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.EndsWith("/sign-in/code", new Uri(new Uri(site.Address), password.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        return client;
    }

    public static string[] CodesIn(string page) => [.. Code().Matches(page).Select(match => match.Value)];

    public static async Task<HttpStatusCode> AccountAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync("/account");
        return answer.StatusCode;
    }

    [GeneratedRegex("(?<=<code>)[a-z2-9]{4}(-[a-z2-9]{4}){5}(?=</code>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
