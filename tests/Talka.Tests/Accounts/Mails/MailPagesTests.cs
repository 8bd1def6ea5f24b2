using System.Net;
using Talka.Foundation.Mail;
using Talka.Tests.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Mails;

public sealed class MailPagesTests
{
    [Fact]
    public async Task Invitation_WithoutAMailServer_IsShownAndInTheFolderAndOnThePage()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync();

        using var added = await InviteAsync(site, admin);

        Assert.Contains(site.Address + "/accounts/setup?token=", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var mail = Assert.Single(await site.UntilAsync(mails => mails[0].State == MailState.Sent));
        Assert.True(File.Exists(Path.Combine(site.Folder.Root, "mail", $"{mail.Id:n}.eml")));
        var list = await admin.GetStringAsync("/admin/mail");
        Assert.Contains("E-pasta serveris nav norādīts", list, StringComparison.Ordinal);
        Assert.Contains("Jums ir izveidots konts", list, StringComparison.Ordinal);
        Assert.Contains("token=", await admin.GetStringAsync($"/admin/mail/{mail.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_WithAMailServer_GoesToThePersonAloneAndWorks()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await TestSite.StartAsync(server.Settings);
        using var admin = await site.SignInAsync();

        using var added = await InviteAsync(site, admin);

        var page = await added.Content.ReadAsStringAsync();
        Assert.DoesNotContain("token=", page, StringComparison.Ordinal);
        Assert.Contains("Saite nosūtīta uz janis@example.org", page, StringComparison.Ordinal);
        var link = new SeenMail("", "", Assert.Single(await server.ReceiveAsync(1)).TextBody!.ReplaceLineEndings("\n")).Link;
        using var client = site.NewClient();
        using var set = await site.PostFormAsync(client, link, "setup", new() { ["Form.Password"] = SignedIn.Password, ["Form.Repeat"] = SignedIn.Password });
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Contains("Jānis Paraugs", await client.GetStringAsync("/account"), StringComparison.Ordinal);

        var mail = Assert.Single(await site.OutboxAsync());
        var detail = await admin.GetStringAsync($"/admin/mail/{mail.Id}");
        Assert.Contains("token=…", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('=')[1], detail, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{server.Port}", await admin.GetStringAsync("/admin/mail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilteredAndPaged_ShowsEachMailOnce()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync();
        await site.AddAsync([.. Enumerable.Range(0, 70).Select(i => Mailing.Mail(subject: $"Vēstule {i:00}", notBefore: DateTime.UtcNow.AddDays(1)))]);
        await site.ChangeAsync(mail => mail.State = mail.Subject == "Vēstule 07" ? MailState.Failed : mail.State);

        var first = await admin.GetStringAsync("/admin/mail?state=Waiting");
        var next = WebUtility.HtmlDecode(first[(first.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal) + 17)..]);
        var second = await admin.GetStringAsync(next[..next.IndexOf('"', StringComparison.Ordinal)]);

        Assert.Equal(50, Count(first));
        Assert.Equal(19, Count(second));
        var failed = await admin.GetStringAsync("/admin/mail?state=Failed");
        Assert.Equal(1, Count(failed));
        Assert.Contains("Vēstule 07", failed, StringComparison.Ordinal);
        Assert.Equal(50, Count(await admin.GetStringAsync("/admin/mail?state=nonsense&before=nonsense")));
    }

    [Fact]
    public async Task Mail_Cancelled_IsNotSentAndSentAgainWhenAsked()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync();
        await site.AddAsync(Mailing.Mail(notBefore: DateTime.UtcNow.AddDays(1)));
        var address = $"/admin/mail/{Assert.Single(await site.OutboxAsync()).Id}";

        using var cancelled = await site.PostFormAsync(admin, address, "cancel", []);
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        Assert.Equal(MailState.Cancelled, Assert.Single(await site.OutboxAsync()).State);

        using var retried = await site.PostFormAsync(admin, address, "retry", []);
        Assert.Equal(HttpStatusCode.Redirect, retried.StatusCode);
        await site.UntilAsync(mails => mails[0].State == MailState.Sent);
        Assert.DoesNotContain("Sūtīt tagad", await admin.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ThatWasEmptied_SaysSo()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync();
        await site.AddAsync(Mailing.Mail(notBefore: DateTime.UtcNow.AddDays(1)));
        await site.ChangeAsync(mail => (mail.State, mail.SealedText) = (MailState.Failed, null));

        var page = await admin.GetStringAsync($"/admin/mail/{Assert.Single(await site.OutboxAsync()).Id}");

        Assert.Contains("Teksts vairs netiek glabāts", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sūtīt tagad", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfMail_AreForAdministratorsAndUnknownOnesAreNotFound()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(Mailing.Mail());
        var address = $"/admin/mail/{Assert.Single(await site.OutboxAsync()).Id}";
        using var member = await site.SignInAsync("janis@example.org", administrator: false);
        using var admin = await site.SignInAsync();

        foreach (var path in new[] { "/admin/mail", address })
        {
            using var refused = await member.GetAsync(path);
            Assert.Contains("/forbidden", refused.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        using var unknown = await admin.GetAsync($"/admin/mail/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static int Count(string page) => page.Split("<th scope=\"row\">").Length - 1;

    private static Task<HttpResponseMessage> InviteAsync(TestSite site, HttpClient admin) => site.PostFormAsync(admin, "/admin/people", "add-person", new()
    {
        ["Form.DisplayName"] = "Jānis Paraugs",
        ["Form.Email"] = "janis@example.org",
    });
}
