using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using Talka.Mandates.Access;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Supervision.AuditAccess;

/// <summary>Who lets auditors in, what an auditor may then do, and that it ends.</summary>
public sealed class AuditAccessTests : IAsyncLifetime
{
    private const string Page = "/work/mandates/sample/audit-access";
    private const string Auditor = "auditors@example.org";
    private const string Supervisor = "uzraudze@example.org";
    private const string Accountant = "gramatvede@example.org";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        Assert.Empty((await _site.CreateAsync(Samples.Mandate)).Errors);
        foreach (var email in new[] { Auditor, Supervisor, Accountant })
        {
            await _site.AddPersonAsync(email);
        }

        await _site.InScopeAsync(async services =>
        {
            var authority = await services.GetRequiredService<SaveAuthority>().RunAsync(null, "Ministrija", null, CancellationToken.None);
            Assert.Empty((await services.GetRequiredService<ChangeMembership>().JoinAsync(authority.Value, Supervisor, null, "Tests", CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<PlaceUnderAuthority>().RunAsync("sample", authority.Value, "Līguma uzraudzība", CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync("sample", new NewRole(Accountant, null, MandateRole.Accountant, "Tests"), CancellationToken.None)).Errors);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Supervisor_LetsAnAuditorIn_SeesWhatTheyOpened_AndEndsIt()
    {
        using var supervisor = await ClientAsync(Supervisor);
        using var given = await _site.PostFormAsync(supervisor, Page, "give", new()
        {
            ["Form.Email"] = Auditor,
            ["Form.Until"] = $"{TimeProvider.System.Today().AddDays(10):yyyy-MM-dd}",
            ["Form.Reason"] = "Revīzija",
        });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);

        using var auditor = await ClientAsync(Auditor);
        using (var journal = await auditor.GetAsync("/work/mandates/sample/journal"))
        {
            Assert.Equal(HttpStatusCode.OK, journal.StatusCode);
        }

        using (var recording = await auditor.GetAsync("/work/mandates/sample/record"))
        {
            Assert.Equal(HttpStatusCode.Redirect, recording.StatusCode);
        }

        var page = WebUtility.HtmlDecode(await supervisor.GetStringAsync(Page));
        Assert.Contains("Revīzija", page, StringComparison.Ordinal);
        Assert.Contains("<code>/journal</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>/record</code>", page, StringComparison.Ordinal);

        var person = await PersonAsync(Auditor);
        using var ended = await _site.PostFormAsync(supervisor, Page, $"end-{person}", new() { ["EndReason"] = "Revīzija pabeigta" });
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var refused = await auditor.GetAsync("/work/mandates/sample/journal");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("Revīzija pabeigta", WebUtility.HtmlDecode(await supervisor.GetStringAsync(Page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Revīzija")]
    [InlineData("2020-01-01", "Revīzija")]
    [InlineData("vakar", "Revīzija")]
    [InlineData("tomorrow", "")]
    public async Task Access_WithoutEndOrReason_IsNotGiven(string until, string reason)
    {
        using var supervisor = await ClientAsync(Supervisor);
        using var given = await _site.PostFormAsync(supervisor, Page, "give", new()
        {
            ["Form.Email"] = Auditor,
            ["Form.Reason"] = reason,
            ["Form.Until"] = until == "tomorrow" ? $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}" : until,
        });

        Assert.Equal(HttpStatusCode.BadRequest, given.StatusCode);
        using var auditor = await ClientAsync(Auditor);
        using var refused = await auditor.GetAsync("/work/mandates/sample/journal");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Fact]
    public async Task UseCases_InTheNameOfAnAccountantOrASupervisor_GiveNoMoreThanTheyMay()
    {
        Assert.Equal("not-allowed", await GiveAsync(await PersonAsync(Accountant), MandateRole.Auditor));
        Assert.Equal("not-allowed", await GiveAsync(await PersonAsync(Supervisor), MandateRole.Editor));
        Assert.Equal("", await GiveAsync(await PersonAsync(Supervisor), MandateRole.Auditor));
        Assert.Equal("not-allowed", await TakeAsync(await PersonAsync(Accountant), Auditor, MandateRole.Auditor));
        Assert.Equal("not-allowed", await TakeAsync(await PersonAsync(Supervisor), Accountant, MandateRole.Accountant));
        Assert.Equal("", await TakeAsync(await PersonAsync(Supervisor), Auditor, MandateRole.Auditor));
    }

    [Fact]
    public async Task WhatOthersOpen_IsNotNoted()
    {
        using var accountant = await ClientAsync(Accountant);
        await accountant.GetStringAsync("/work/mandates/sample/journal");

        Assert.Equal(0, await _site.UseAsync<TalkaDb, int>(db => db.Trail().CountAsync(entry => entry.Act == TrailAct.Opened)));
    }

    [Fact]
    public async Task WhatAnAuditorOpens_WhoIsMoreBesides_IsNoted_AlsoInParts()
    {
        Assert.Equal("", await GiveAsync(await PersonAsync(Supervisor), MandateRole.Auditor));
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync(
            "sample", new NewRole(Auditor, null, MandateRole.Viewer, "Tests"), CancellationToken.None)).Errors));
        var bytes = System.Text.Encoding.UTF8.GetBytes("%PDF-1.7 saraksts");
        var stored = (await _site.UseAsync<Talka.Foundation.Files.FileStore, Result<Talka.Foundation.Files.StoredFile>>(
            store => store.SaveAsync(new MemoryStream(bytes), CancellationToken.None))).Value;
        Assert.Empty((await Talka.Tests.Work.Records.Recording.RecordAsync(
            _site, Talka.Tests.Work.Records.Recording.Seminar(), new Talka.Journal.EntryFile(stored.Sha256, "saraksts.pdf", "application/pdf", stored.Size))).Errors);

        using var auditor = await ClientAsync(Auditor);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/work/mandates/sample/files/{stored.Sha256}");
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(0, 3);
        using var part = await auditor.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        await auditor.GetStringAsync("/work/mandates/sample/role-history");
        var opened = await _site.UseAsync<TalkaDb, List<string?>>(db => db.Trail().Where(entry => entry.Act == TrailAct.Opened).OrderBy(entry => entry.Id).Select(entry => entry.Subject).ToListAsync());
        Assert.Equal([$"/files/{stored.Sha256}", "/role-history"], opened);
    }

    [Fact]
    public async Task RoleHistory_ForAnAuditor_TellsWhoWasGivenWhat()
    {
        Assert.Equal("", await GiveAsync(await PersonAsync(Supervisor), MandateRole.Auditor));
        using var auditor = await ClientAsync(Auditor);
        var page = WebUtility.HtmlDecode(await auditor.GetStringAsync("/work/mandates/sample/role-history"));
        Assert.Contains("Iemesls", page, StringComparison.Ordinal);
        Assert.Contains("grāmatvedis", page, StringComparison.Ordinal);
        using var people = await auditor.GetAsync("/work/mandates/sample/people");
        Assert.Equal(HttpStatusCode.Redirect, people.StatusCode);
    }

    [Fact]
    public async Task Access_GivenByOneSide_IsNotEndedByTheOther()
    {
        const string coordinator = "koordinatore@example.org";
        await _site.AddPersonAsync(coordinator);
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<GiveRole>().RunAsync(
            "sample", new NewRole(coordinator, null, MandateRole.Coordinator, "Tests"), CancellationToken.None)).Errors));
        var (ours, theirs) = (await PersonAsync(coordinator), await PersonAsync(Supervisor));

        Assert.Equal("", await GiveAsync(theirs, MandateRole.Auditor));
        Assert.Equal("role-of-other-side", await TakeAsync(ours, Auditor, MandateRole.Auditor));
        Assert.Equal("", await TakeAsync(theirs, Auditor, MandateRole.Auditor));
        Assert.Equal("", await GiveAsync(ours, MandateRole.Auditor));
        Assert.Equal("role-of-other-side", await TakeAsync(theirs, Auditor, MandateRole.Auditor));
        Assert.Equal("", await TakeAsync(ours, Auditor, MandateRole.Auditor));

        // An administrator ends either, and whoever let the auditor in is told
        Assert.Equal("", await GiveAsync(theirs, MandateRole.Auditor));
        await _site.UseAsync<TalkaDb, int>(db => db.Set<Person>().Where(p => p.Id == ours).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsAdministrator, true)));
        Assert.Equal("", await TakeAsync(ours, Auditor, MandateRole.Auditor));
        var told = await _site.UseAsync<TalkaDb, List<string>>(db => Talka.Foundation.Mail.OutboxQueries.OutboxMails(db).Where(mail => mail.Key!.StartsWith("audit-ended")).Select(mail => mail.To).ToListAsync());
        Assert.Equal([Supervisor], told);
    }

    private Task<string> GiveAsync(Guid by, MandateRole role) => AsAsync(by, async services => (await services.GetRequiredService<GiveRole>().RunAsync(
        "sample", new NewRole(Auditor, null, role, "Iemesls", TimeProvider.System.Today().AddDays(5)), CancellationToken.None)).Codes());

    private async Task<string> TakeAsync(Guid by, string email, MandateRole role)
    {
        var person = await PersonAsync(email);
        return await AsAsync(by, async services => string.Join(' ', (await services.GetRequiredService<TakeRole>().RunAsync(
            "sample", person, role, "Iemesls", CancellationToken.None)).Errors.Select(error => error.Code)));
    }

    private Task<string> AsAsync(Guid by, Func<IServiceProvider, Task<string>> act) => _site.InScopeAsync(services =>
    {
        services.GetRequiredService<CurrentActor>().Value = new Actor(by, "Persona");
        return act(services);
    });

    private Task<Guid> PersonAsync(string email) =>
        _site.UseAsync<TalkaDb, Guid>(db => db.People().Where(person => person.UserName == email).Select(person => person.Id).SingleAsync());

    private async Task<HttpClient> ClientAsync(string email)
    {
        var client = _site.NewClient();
        using var answer = await _site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }
}
