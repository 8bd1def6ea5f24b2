using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Trail;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

public sealed partial class ClaimTests
{
    private static Task<HttpResponseMessage> AskAsync(TestSite site, Organisation organisation, string email, HttpClient? client = null) =>
        site.PostFormAsync(client ?? site.Client, $"/organisations/{organisation.Slug}/claim", "claim", new() { ["Form.Email"] = email });

    private static Task<List<OutboxMail>> MailsAsync(TestSite site) => site.UseAsync<TalkaDb, List<OutboxMail>>(db => db.OutboxMails().AsNoTracking().OrderBy(mail => mail.Id).ToListAsync());

    private static async Task<string> LinkAsync(TestSite site, Organisation organisation)
    {
        using var asked = await AskAsync(site, organisation, organisation.Email!);
        var text = site.Services.GetRequiredService<MailSeal>().Open((await MailsAsync(site))[^1].SealedText)!;
        return Link().Match(text).Value;
    }

    private static Dictionary<string, string?> Correction(string name = "Ūdensroze jaunā", int version = 1) => new()
    {
        ["Form.Name"] = name,
        ["Form.Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Form.Form"] = "Association",
        ["Form.Email"] = "info@example.org",
        ["Form.ContactName"] = "Anna Piemēra",
        ["Form.Phone"] = "20000000",
        ["Form.ContactConsent"] = "true",
        ["Form.Areas"] = "youth",
    };

    [Fact]
    public async Task Ask_WhateverAddress_GivesTheSameAnswerAndALinkOnlyToTheOneThatIsHeld()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("admin@example.org", administrator: true);
        var (held, without) = (await site.AddOrganisationAsync(), await site.AddOrganisationAsync("Bez adreses", email: null));
        var answers = new List<string>();
        foreach (var (organisation, email) in new[] { (held, "INFO@example.org"), (held, "svess@example.org"), (without, "svess@example.org") })
        {
            using var answer = await AskAsync(site, organisation, email);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(Body().Match((await answer.Content.ReadAsStringAsync()).Replace(organisation.Name, "", StringComparison.Ordinal).Replace(WebUtility.HtmlEncode(organisation.Name), "", StringComparison.Ordinal).Replace(organisation.Slug, "", StringComparison.Ordinal)).Value);
        }

        Assert.Single(answers.Select(answer => Encoded().Replace(answer, "")).Distinct());
        var mails = await MailsAsync(site);
        Assert.Equal(["info@example.org", "admin@example.org", "admin@example.org"], mails.Select(mail => mail.To));
        var seal = site.Services.GetRequiredService<MailSeal>();
        Assert.Contains("/organisations/claim?token=", seal.Open(mails[0].SealedText), StringComparison.Ordinal);
        Assert.All(mails.Skip(1), mail => Assert.DoesNotContain("token=", seal.Open(mail.SealedText), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_ManyTimes_SendsOneLinkAndIsLimited()
    {
        // One link in each ten minutes by the clock: just after they have begun, however long this takes
        var clock = new MovableClock();
        clock.Ahead = TimeSpan.FromSeconds(601 - (clock.Now.Ticks / TimeSpan.TicksPerSecond % 600));
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var organisation = await site.AddOrganisationAsync();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await AskAsync(site, organisation, organisation.Email!);
            codes.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.Single(await MailsAsync(site));
    }

    [Fact]
    public async Task Link_Opened_LetsTheOrganisationCorrectItsRecordUntilItExpires()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var organisation = await site.AddOrganisationAsync();
        var link = await LinkAsync(site, organisation);
        using var browser = site.NewClient();
        using var closed = await browser.GetAsync($"/organisations/{organisation.Slug}/correct");
        Assert.Equal(HttpStatusCode.Gone, closed.StatusCode);
        using var looked = await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        using var opened = await site.PostFormAsync(browser, link, "open", []);
        Assert.EndsWith($"/organisations/{organisation.Slug}/correct", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(value => value.Contains("talka.organisation", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        using var wrong = await site.PostFormAsync(browser, $"/organisations/{organisation.Slug}/correct", "correct", Correction(name: ""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("value=\"20000000\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var saved = await site.PostFormAsync(browser, $"/organisations/{organisation.Slug}/correct", "correct", Correction());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var kept = await site.ReadAsync(organisation.Id);
        Assert.Equal(("Ūdensroze jaunā", "|youth|"), (kept.Name, kept.Areas));
        Assert.True(kept is { ClaimedAt: not null, ContactConsentAt: not null });
        Assert.Single(await site.UseAsync<TalkaDb, List<TrailEntry>>(db => db.Trail().Where(entry => entry.Act == TrailAct.DirectoryChanged).ToListAsync()));
        Assert.Contains("Anna Piem", WebUtility.HtmlDecode(await site.Client.GetStringAsync("/organisations/" + organisation.Slug)), StringComparison.Ordinal);

        clock.Ahead = TimeSpan.FromHours(49);
        using var late = await browser.GetAsync($"/organisations/{organisation.Slug}/correct");
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Fact]
    public async Task Link_OpenedTwice_OpensOnce()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.AddOrganisationAsync();
        var link = await LinkAsync(site, organisation);
        using var page = await site.Client.GetAsync(link);
        var token = SignedIn.TokenIn(await page.Content.ReadAsStringAsync());
        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent([new("_handler", "open"), new("__RequestVerificationToken", token)]);
            using var answer = await site.Client.PostAsync(link, content);
            return answer.StatusCode;
        }));
        Assert.Single(opened, HttpStatusCode.Redirect);
        using var again = await site.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Theory]
    [InlineData("/organisations/claim")]
    [InlineData("/organisations/claim?token=")]
    [InlineData("/organisations/claim?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_Forged_OpensNothing(string link)
    {
        await using var site = await TestSite.StartAsync();
        await LinkAsync(site, await site.AddOrganisationAsync());
        using var answer = await site.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Link_Expired_OpensNothing()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        var link = await LinkAsync(site, await site.AddOrganisationAsync());
        clock.Ahead = TimeSpan.FromHours(48.1);
        using var answer = await site.Client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Session_OfOneOrganisation_DoesNotOpenAnother()
    {
        await using var site = await TestSite.StartAsync();
        var (own, other) = (await site.AddOrganisationAsync(), await site.AddOrganisationAsync("Cita", "cita@example.org"));
        using var browser = site.NewClient();
        using var opened = await site.PostFormAsync(browser, await LinkAsync(site, own), "open", []);
        using var answer = await browser.GetAsync($"/organisations/{other.Slug}/correct");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Correct_RegistrationNumberThatIsThere_Stays()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.AddOrganisationAsync(number: "40008087708");
        using var browser = site.NewClient();
        using var opened = await site.PostFormAsync(browser, await LinkAsync(site, organisation), "open", []);
        var fields = Correction();
        fields["Form.RegistrationNumber"] = "40003000002";
        fields["Form.Email"] = "jauna@example.org";
        using var saved = await site.PostFormAsync(browser, $"/organisations/{organisation.Slug}/correct", "correct", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(("40008087708", "jauna@example.org"), (await site.ReadAsync(organisation.Id)) is var kept ? (kept.RegistrationNumber, kept.Email) : default);
        Assert.Equal(["info@example.org", "info@example.org"], (await MailsAsync(site)).Select(mail => mail.To));
    }

    [GeneratedRegex("/organisations/claim\\?token=[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex Body();

    [GeneratedRegex("“[^”]*”|&#x201C;.*?&#x201D;", RegexOptions.None, 1000)]
    private static partial Regex Encoded();
}
