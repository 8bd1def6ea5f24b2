using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Administration.Notices;
using Talka.Administration.Retention;
using Talka.Administration.Settings;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Tests.Foundation.Mail;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>The notices say what is so: the settings, the periods in force, the results of the checks.</summary>
public sealed class NoticesTests
{
    [Fact]
    public async Task Privacy_OfAnInstallation_NamesItsControllerAndThePeriodsInForce()
    {
        await using var site = await TestSite.StartAsync();
        await site.UseAsync<SaveSettings, bool>(async save => (await save.SaveAsync(
            new SettingsForm(0, "Kopiena", true, true, "Biedrība “Paraugs”", PrivacyContact: "dati@example.org"), CancellationToken.None)).Succeeded);
        await site.UseAsync<SavePeriods, Result>(save => save.SaveAsync(new Dictionary<string, string?> { ["trail"] = "1234" }, CancellationToken.None));

        var latvian = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/privacy"));
        var english = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/privacy?lang=en"));

        Assert.Contains("Biedrība “Paraugs”", latvian, StringComparison.Ordinal);
        Assert.Contains("dati@example.org", latvian, StringComparison.Ordinal);
        Assert.Contains("1\u00A0234 dienas", latvian, StringComparison.Ordinal);
        Assert.Contains("1,234 days", english, StringComparison.Ordinal);
        Assert.Contains("90 dienu", latvian, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1", "")]
    [InlineData("https://talka.example.org", "__Host-")]
    public async Task Privacy_OfAnInstallation_NamesItsCookiesAsTheyAreCalledThere(string address, string prefix)
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:PublicAddress"] = address });

        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/privacy"));

        Assert.All(
            new[] { "talka.session", "talka.form", "talka.lang", "talka.Identity.TwoFactorUserId", "talka.Identity.External", "talka.outside.…", "talka.nonce.…" },
            name => Assert.Contains($"<code>{prefix}{name}</code>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accessibility_Statement_SaysWhatTheChecksFound()
    {
        await using var site = await TestSite.StartAsync();

        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/accessibility"));

        var results = AccessibilityResults.Current;
        Assert.Contains($"vietnes lapas un skati (skaits: {Talka.Foundation.Localisation.Format.Number(results.Pages.Count)})", page, StringComparison.Ordinal);
        Assert.Contains(results.Tool, page, StringComparison.Ordinal);
        Assert.Contains("tiesībsarga", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfEverybody_LinkToTheNotices()
    {
        await using var site = await TestSite.StartAsync();

        var page = await site.Client.GetStringAsync("/sign-in");

        Assert.All(new[] { "href=\"/privacy\"", "href=\"/accessibility\"", "href=\"/feedback?page=%2Fsign-in\"" }, link => Assert.Contains(link, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feedback_Sent_IsKeptMailedAndHandled()
    {
        await using var site = await TestSite.StartAsync();
        await site.UseAsync<SaveSettings, bool>(async save => (await save.SaveAsync(
            new SettingsForm(0, "Kopiena", true, true, ContactEmail: "info@example.org"), CancellationToken.None)).Succeeded);

        using var sent = await site.PostFormAsync(site.Client, "/feedback?page=/audit", "feedback", new()
        {
            ["Form.Text"] = "Pogu neredz.\n<b>Lūdzu</b>",
            ["Form.Email"] = "Anna@Example.org",
            ["Form.Page"] = "/audit",
        });

        Assert.Equal("/feedback?notice=feedback-sent", sent.Headers.Location!.PathAndQuery);
        Assert.Equal("info@example.org", Assert.Single(await site.OutboxAsync()).To);
        var message = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FeedbackMessages().SingleAsync());
        Assert.Equal(("anna@example.org", "/audit"), (message.Email, message.Page));
        var admin = await site.SignInAsync();
        Assert.Contains("Pogu neredz.&#xA;&lt;b&gt;", await admin.GetStringAsync("/admin/feedback"), StringComparison.Ordinal);
        using var handled = await site.PostFormAsync(admin, "/admin/feedback", $"handle-{message.Id}", []);
        Assert.Equal("/admin/feedback?notice=handled", handled.Headers.Location!.PathAndQuery);
        Assert.NotNull(await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FeedbackMessages().Select(m => m.HandledBy).SingleAsync()));
    }

    [Theory]
    [InlineData("", "", "", "Text")]
    [InlineData("Sveiki", "nav adrese", "", "Email")]
    [InlineData("Svei\u0001ki", "", "", "Text")]
    public async Task Feedback_ThatCannotBeKept_IsRefusedAndStaysTyped(string text, string email, string page, string field)
    {
        await using var site = await TestSite.StartAsync();

        using var answer = await site.PostFormAsync(site.Client, "/feedback", "feedback", new() { ["Form.Text"] = text, ["Form.Email"] = email, ["Form.Page"] = page });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var shown = await answer.TextAsync();
        Assert.Contains($"href=\"#{field}\"", shown, StringComparison.Ordinal);
        Assert.Contains(email, shown, StringComparison.Ordinal);
        Assert.Empty(await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().FeedbackMessages().ToListAsync()));
    }

    [Fact]
    public async Task Feedback_OverAndOver_IsStopped()
    {
        await using var site = await TestSite.StartAsync();
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 6; i++)
        {
            using var answer = await site.PostFormAsync(site.Client, "/feedback", "feedback", new() { ["Form.Text"] = $"Ziņa {i}" });
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Redirect, 5), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Feedback_OfMany_IsReadPageByPage()
    {
        await using var site = await TestSite.StartAsync();
        var start = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(Enumerable.Range(0, 30).Select(i => new FeedbackMessage
            {
                Id = Guid.CreateVersion7(start.AddMinutes(i)),
                At = start.AddMinutes(i),
                Text = $"zina-{i:00}",
                Language = "lv",
            }));
            await db.SaveChangesAsync();
        });
        var admin = await site.SignInAsync();

        var first = await admin.GetStringAsync("/admin/feedback");
        var at = first.IndexOf("/admin/feedback?from=", StringComparison.Ordinal);
        var second = await admin.GetStringAsync(first[at..first.IndexOf('"', at)]);

        Assert.Contains("zina-10", first, StringComparison.Ordinal);
        Assert.DoesNotContain("zina-09", first, StringComparison.Ordinal);
        Assert.Contains("zina-09", second, StringComparison.Ordinal);
        Assert.Contains("zina-00", second, StringComparison.Ordinal);
    }
}
