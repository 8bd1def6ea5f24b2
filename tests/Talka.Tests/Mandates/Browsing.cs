using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates;

/// <summary>Uses the pages as a browser would: signs in, reads a page, fills in its form and sends it.</summary>
internal static partial class Browsing
{
    private const string Email = "anna@example.org";
    private const string Password = "garum garš piemēra vārds 1";

    /// <summary>A client with the session of a new administrator.</summary>
    public static async Task<HttpClient> OpenAsync(this TestSite site)
    {
        await site.UseAsync<CreatePerson, bool>(async create =>
            (await create.CreateAsync(new NewPerson(Email, "Anna Paraudziņa", Password, IsAdministrator: true), CancellationToken.None)).Succeeded);
        await site.GiveEveryRoleAsync();
        var client = site.NewClient();
        using var answer = await client.SendFormAsync("/sign-in", "sign-in", new() { ["Form.Email"] = Email, ["Form.Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Gets the page for its token and hidden inputs, then posts the values to it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client, string path, string form, Dictionary<string, string> values, (string Name, byte[] Content)? file = null)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var all = HiddenInput().Matches(page).DistinctBy(input => input.Groups["name"].Value)
            .ToDictionary(input => WebUtility.HtmlDecode(input.Groups["name"].Value), input => WebUtility.HtmlDecode(input.Groups["value"].Value));
        all["_handler"] = form;
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in all)
        {
            content.Add(new StringContent(value), name);
        }

        if (file is { } attached)
        {
            content.Add(new ByteArrayContent(attached.Content), "Form.File", attached.Name);
        }

        return await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Has a sheet checked by its page; gives the answer and the hash that the import of it is asked for with.</summary>
    public static async Task<(string Page, string Sha256)> CheckSheetAsync(this HttpClient client, string path, string csv)
    {
        using var answer = await client.SendFormAsync(path, "check", [], ("izklajlapa.csv", System.Text.Encoding.UTF8.GetBytes(csv)));
        var page = await answer.TextAsync();
        return (page, HiddenInput().Matches(page).First(input => input.Groups["name"].Value == "Form.Sha256").Groups["value"].Value);
    }

    /// <summary>Where an answer leads to, without the site's address and what is behind the question mark.</summary>
    public static string Leads(this HttpResponseMessage answer) =>
        new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location ?? throw new InvalidOperationException("It leads nowhere.")).AbsolutePath;

    public static async Task<string> TextAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)"(?: value="(?<value>[^"]*)")?""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenInput();
}
