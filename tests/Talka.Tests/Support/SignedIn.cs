using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Tests.Support;

/// <summary>People on a test site, and forms sent as a browser would send them.</summary>
internal static partial class SignedIn
{
    public const string Password = "correct horse battery";

    public static Task<Person> AddPersonAsync(this TestSite site, string email = "anna@example.org", bool administrator = false) =>
        site.InScopeAsync(async services =>
            (await services.GetRequiredService<CreatePerson>().CreateAsync(
                new NewPerson(email, "Anna Piemēra", Password, administrator), CancellationToken.None)).Value);

    /// <summary>Adds an administrator and signs in: the client keeps the cookie.</summary>
    public static async Task<HttpClient> SignInAsync(this TestSite site, string email = "admin@example.org", bool administrator = true)
    {
        await site.AddPersonAsync(email, administrator);
        await site.GiveEveryRoleAsync();
        var client = site.NewClient();
        using var response = await site.TrySignInAsync(client, email, Password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return client;
    }

    /// <summary>
    /// Lets everybody do everything on every mandate that there is now: for tests that are about something else than who may do what.
    /// </summary>
    public static Task GiveEveryRoleAsync(this TestSite site) => site.InScopeAsync(GiveEveryRoleAsync);

    public static async Task GiveEveryRoleAsync(IServiceProvider services)
    {
        var (db, now) = (services.GetRequiredService<TalkaDb>(), DateTime.UnixEpoch);
        var held = await db.RoleGrants().ToListAsync();
        foreach (var mandate in await db.Mandates().Select(m => m.Id).ToListAsync())
        {
            foreach (var person in await db.People().Select(p => p.Id).ToListAsync())
            {
                db.AddRange(new[] { MandateRole.Coordinator, MandateRole.Accountant, MandateRole.Editor }
                    .Where(role => !held.Exists(g => g.MandateId == mandate && g.PersonId == person && g.Role == role))
                    .Select(role => new RoleGrant { MandateId = mandate, PersonId = person, Role = role, Since = now }));
            }
        }

        await db.SaveChangesAsync();
    }

    public static Task<HttpResponseMessage> TrySignInAsync(this TestSite site, HttpClient client, string email, string password, string path = "/sign-in") =>
        site.PostFormAsync(client, path, "sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password });

    /// <summary>Opens a page and sends one of its forms with the token that the page holds.</summary>
    /// <param name="form">The form's name.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this TestSite site, HttpClient client, string path, string form, Dictionary<string, string?> fields)
    {
        Assert.StartsWith(site.Address, client.BaseAddress!.ToString(), StringComparison.Ordinal);
        var page = await client.GetStringAsync(path);
        using var content = new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", TokenIn(page)), .. fields.Select(field => KeyValuePair.Create(field.Key, field.Value))]);
        return await client.PostAsync(path, content);
    }

    public static string TokenIn(string page) => Token().Match(page) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups["token"].Value)
        : throw new InvalidOperationException("The page has no form that writes.");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}
