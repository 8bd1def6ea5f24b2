using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Retention;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.After;
using Talka.Work.Events.After.Certificates;
using Talka.Work.Events.SigningUp;
using UglyToad.PdfPig;

namespace Talka.Tests.Work.Events.After;

public sealed class CertificatesTests
{
    [Fact]
    public async Task Bulk_MakesOneForEachWhoAttended_AndVerificationShowsNoMore()
    {
        await using var site = await SiteAsync();
        var e = await ClosedAsync(site, 3);
        await site.AddGuestAsync(e, "Nav Nācis", "nav@example.org");

        await AskAsync(site, e);
        Assert.True(await RunAsync(site));

        var job = await JobAsync(site);
        Assert.Equal((3, 3), (job.Total, job.Done));
        Assert.NotNull(job.FinishedAt);
        var certificates = await AllAsync(site);
        Assert.Equal(3, certificates.Count);
        var text = await TextAsync(site, certificates[0]);
        Assert.Contains(certificates[0].Name, text, StringComparison.Ordinal);
        Assert.Contains("Biedrība", text, StringComparison.Ordinal);
        Assert.Contains("Kopā 4 stundas", text, StringComparison.Ordinal);
        var proof = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/certificates/{certificates[0].Code}"));
        Assert.Contains(certificates[0].Name, proof, StringComparison.Ordinal);
        Assert.Contains("Apliecība ir īsta", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", proof.Replace("talka.example.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var guessed = await site.Client.GetAsync($"/certificates/{IssueCertificates.NewCode()}");
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
    }

    [Fact]
    public async Task Bulk_ThatDiedInTheMiddle_GoesOnWhereItWas()
    {
        await using var site = await SiteAsync();
        var e = await ClosedAsync(site, 4);
        await AskAsync(site, e);
        await AskAsync(site, e); // twice is once

        // A node has claimed it, made two and died: its claim is still good, then over
        await site.InScopeAsync(async services =>
        {
            var issue = services.GetRequiredService<IssueCertificates>();
            var facts = (await issue.FactsAsync(e.Id, CancellationToken.None)).Value;
            Assert.Equal(2, (await issue.NextAsync(facts.Facts, facts.Threshold, 2, CancellationToken.None)).Value);
            await services.GetRequiredService<TalkaDb>().Set<EventJob>().ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, DateTime.UtcNow.AddMinutes(2)));
        });
        var before = (await AllAsync(site)).Where(c => c.Sha256 is not null).ToDictionary(c => c.Id, c => (c.Code, c.Sha256));
        Assert.False(await RunAsync(site));
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<EventJob>().ExecuteUpdateAsync(set => set.SetProperty(j => j.ClaimedUntil, DateTime.UtcNow.AddMinutes(-1))));
        Assert.True(await RunAsync(site));

        var after = await AllAsync(site);
        Assert.Equal(4, after.Count);
        Assert.All(after, certificate => Assert.NotNull(certificate.Sha256));
        Assert.Equal(2, before.Count);
        Assert.All(before, made => Assert.Equal(made.Value, after.Where(c => c.Id == made.Key).Select(c => (c.Code, c.Sha256)).Single()));
        Assert.Equal(4, (await JobAsync(site)).Done);
        Assert.False(await RunAsync(site));
    }

    [Fact]
    public async Task Own_ByThePrivateLink_IsTheSameFileEachTimeUntilRevoked()
    {
        await using var site = await SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var guest = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org", EventMode.Online, minutes: 60);
        var absent = await site.AddGuestAsync(e, "Nav Nācis", "nav@example.org");
        var links = site.Services.GetRequiredService<PrivateLinks>();
        using var early = await site.Client.GetAsync("/events/certificate/" + links.TokenOf(guest.Id));
        await site.CloseAsync(e);

        var first = await site.Client.GetByteArrayAsync("/events/certificate/" + links.TokenOf(guest.Id));
        var again = await site.Client.GetByteArrayAsync("/events/certificate/" + links.TokenOf(guest.Id));
        using var none = await site.Client.GetAsync("/events/certificate/" + links.TokenOf(absent.Id));
        using var forged = await site.Client.GetAsync("/events/certificate/" + new string('A', 43));
        var code = (await AllAsync(site)).Single().Code;
        await site.InScopeAsync(s => s.GetRequiredService<RevokeCertificate>().RunAsync(SampleEvents.Mandate, e.Id, code, CancellationToken.None));
        using var revoked = await site.Client.GetAsync("/events/certificate/" + links.TokenOf(guest.Id));

        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, revoked.StatusCode);
        Assert.Contains("Apliecība ir atsaukta", WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/certificates/{code}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_InWhateverLettersTheyAre_ArePrinted()
    {
        await using var site = await SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        foreach (var name in new[] { "Анна Берзиня", "Žanete Šķēle", "<b>Jānis</b> & dēls" })
        {
            await site.AddGuestAsync(e, name, minutes: 60);
        }

        await site.CloseAsync(e);
        await AskAsync(site, e);
        await RunAsync(site);

        foreach (var certificate in await AllAsync(site))
        {
            Assert.Contains(certificate.Name.Replace(" ", "", StringComparison.Ordinal), (await TextAsync(site, certificate)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Retention_TakesNamesAndFilesAndLeavesTheProof()
    {
        await using var site = await SiteAsync();
        await ClosedThenAsync(site);
        var hash = (await AllAsync(site)).Single().Sha256!;

        var gone = await site.InScopeAsync(s => s.GetServices<IRetention>().Single(r => r.Kind == "certificates").DeleteAsync(DateTime.UtcNow.AddDays(1), CancellationToken.None));

        var certificate = (await AllAsync(site)).Single();
        Assert.Equal((1L, "", null), (gone, certificate.Name, certificate.Sha256));
        Assert.False(site.Services.GetRequiredService<FileStore>().Exists(hash));
        Assert.Contains("dzēsts", WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/certificates/{certificate.Code}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_OfWhoIsNoLongerCounted_SaysSo()
    {
        await using var site = await SiteAsync();
        await ClosedThenAsync(site);
        var certificate = (await AllAsync(site)).Single();
        Assert.Contains("Apliecība ir īsta", WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/certificates/{certificate.Code}")), StringComparison.Ordinal);

        await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Set<Registration>().ExecuteUpdateAsync(set => set.SetProperty(r => r.OnlineMinutes, 5)));
        var proof = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/certificates/{certificate.Code}"));

        Assert.Contains("vairs nav starp pasākuma dalībniekiem", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("Apliecība ir īsta", proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Kopā 1 stunda")]
    [InlineData(2, "Kopā 2 stundas")]
    [InlineData(10, "Kopā 10 stundu")]
    [InlineData(21, "Kopā 21 stunda")]
    [InlineData(1.5, "Kopā 1,5 stundas")]
    public void Hours_GoWithTheirNumber(double hours, string text)
    {
        using var latvian = Talka.Foundation.Localisation.Languages.Use("lv");
        Assert.Equal(text, CertificateWriter.HoursInAll((decimal)hours));
    }

    // The background work is done by the tests alone, when they say so
    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync(configure: services => services.Remove(services.Single(service => service.ImplementationInstance is Recurring { Name: RunEventJobs.Name })));
        await site.AddMandateAsync();
        return site;
    }

    private static async Task ClosedThenAsync(TestSite site)
    {
        await AskAsync(site, await ClosedAsync(site, 1));
        await RunAsync(site);
    }

    private static async Task<Event> ClosedAsync(TestSite site, int people)
    {
        var e = await site.AddEventAsync(Closings.Yesterday);
        for (var i = 0; i < people; i++)
        {
            await site.AddGuestAsync(e, $"Dalībniece {(char)('A' + i)}", $"d{i}@example.org", EventMode.Online, minutes: 60);
        }

        Assert.Empty((await site.CloseAsync(e)).Errors);
        return e;
    }

    private static async Task AskAsync(TestSite site, Event e) =>
        Assert.Empty((await site.InScopeAsync(s => s.GetRequiredService<AskForCertificates>().RunAsync(SampleEvents.Mandate, e.Id, CancellationToken.None))).Errors);

    private static Task<bool> RunAsync(TestSite site) => site.InScopeAsync(s => s.GetRequiredService<RunEventJobs>().RunAsync(CancellationToken.None));

    private static Task<EventJob> JobAsync(TestSite site) => site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().EventJobs().SingleAsync());

    private static Task<List<Certificate>> AllAsync(TestSite site) => site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Certificates().OrderBy(c => c.Id).ToListAsync());

    private static async Task<string> TextAsync(TestSite site, Certificate certificate)
    {
        await using var file = site.Services.GetRequiredService<FileStore>().Open(certificate.Sha256!)!;
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        using var pdf = PdfDocument.Open(memory.ToArray());
        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
