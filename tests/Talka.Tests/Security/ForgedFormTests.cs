using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>What another site makes a browser send is refused, at every form and every address that takes one.</summary>
public sealed class ForgedFormTests
{
    [Fact]
    public async Task Forms_OnEveryPage_WithoutATokenOrWithTheTokenOfAnother_ChangeNothing()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync(TwoMandates.Administrator);
        using var other = await site.SignInAsync("janis@example.org");
        var forms = await SiteMap.FormsAsync(site, client);
        Assert.True(forms.Count >= 25, string.Join('\n', forms));
        var (foreign, before) = (SignedIn.TokenIn(await other.GetStringAsync("/account")), await DatabasePrint.OfAsync(site.Site));
        var passed = new List<string>();

        foreach (var form in forms)
        {
            foreach (var token in new[] { null, "CfDJ8made-up", foreign })
            {
                if (await SendAsync(client, form, token) is var status and not HttpStatusCode.BadRequest)
                {
                    passed.Add($"{form} with {(token is null ? "no token" : token == foreign ? "the token of another" : "a made-up token")}: {(int)status}");
                }
            }
        }

        Assert.True(passed.Count == 0, string.Join('\n', passed));
        Assert.Equal(before, await DatabasePrint.OfAsync(site.Site));
        using var account = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, account.StatusCode); // nor was anybody signed out
    }

    [Fact]
    public async Task Addresses_ThatTakePosts_WithoutAToken_DoNothing()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync(TwoMandates.Administrator);
        var addresses = await SiteMap.AddressesAsync(site, HttpMethod.Post);
        Assert.True(addresses.Count >= 50, string.Join('\n', addresses));
        var before = await DatabasePrint.OfAsync(site.Site);
        var taken = new List<string>();

        foreach (var address in addresses)
        {
            using var content = new FormUrlEncodedContent([new("Form.Title", "x")]);
            using var answer = await client.PostAsync(address, content);
            if ((int)answer.StatusCode < 300)
            {
                taken.Add($"{address}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.Equal(before, await DatabasePrint.OfAsync(site.Site));
    }

    [Fact]
    public async Task Form_WithItsOwnToken_IsTaken()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        var before = await DatabasePrint.OfAsync(site.Site);

        using var answer = await site.SendAsync(client, $"/work/mandates/sample/entries/{site.Own.Entry}/void", "void", new() { ["Form.Reason"] = "Nebija" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual(before, await DatabasePrint.OfAsync(site.Site));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, ShownForm form, string? token)
    {
        using var content = new FormUrlEncodedContent([new("_handler", form.Handler), .. form.Fields, .. token is null ? [] : new KeyValuePair<string, string?>[] { new("__RequestVerificationToken", token) }]);
        using var answer = await client.PostAsync(form.Address, content);
        return answer.StatusCode;
    }
}
