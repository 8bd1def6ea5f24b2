using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Administration.Notices;
using Talka.Administration.Privacy;
using Talka.Administration.Retention;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Retention;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Administration;

/// <summary>What is older than its period goes; what is younger, and what certified numbers rest on, stays.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Run_AfterADryRun_TakesAwayJustWhatItSaid()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);

        var dry = await site.UseAsync<RetentionKinds, IReadOnlyList<(RetentionKind Kind, long Count)>>(kinds => kinds.CountAsync(CancellationToken.None));
        var again = await site.UseAsync<RetentionKinds, IReadOnlyList<(RetentionKind Kind, long Count)>>(kinds => kinds.CountAsync(CancellationToken.None));
        var gone = await RunAsync(site);
        var rest = await RunAsync(site);

        Assert.Equal(Say(dry), Say(again));
        Assert.Equal(Say(dry), Say(gone));
        Assert.All(new[] { "trail=1", "account-links=1", "mails=1", "feedback=1", "loose-files=1", "erased-traces=2" }, part => Assert.Contains(part, Say(gone), StringComparison.Ordinal));
        Assert.All(rest, kind => Assert.Equal(0, kind.Count));
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Equal("young", Assert.Single(await db.Trail().Select(e => e.Subject).ToListAsync()));
            Assert.Equal("young", Assert.Single(await db.FeedbackMessages().Select(m => m.Text).ToListAsync()));
            Assert.Equal("young@example.org", Assert.Single(await db.OutboxMails().Select(m => m.To).ToListAsync()));
            Assert.Equal(1, await db.AccountLinks().CountAsync());
            Assert.Null((await services.GetRequiredService<JournalVerifier>().VerifyAsync([], CancellationToken.None)).Finding);
        });
    }

    [Theory]
    [InlineData("trail")]
    [InlineData("erased-traces")]
    public async Task Periods_OfTraces_AreAYearAtLeastWhateverWasSet(string kind)
    {
        await using var site = await TestSite.StartAsync();

        var refused = await site.UseAsync<SavePeriods, Result>(save => save.SaveAsync(new Dictionary<string, string?> { [kind] = "364" }, CancellationToken.None));
        var saved = await site.UseAsync<SavePeriods, Result>(save => save.SaveAsync(new Dictionary<string, string?> { [kind] = "365" }, CancellationToken.None));

        var error = Assert.Single(refused.Errors);
        Assert.Equal("days-invalid", error.Code);
        Assert.Contains("365", error.Message, StringComparison.Ordinal);
        Assert.Contains("Less than a year", error.Message, StringComparison.Ordinal);
        Assert.True(saved.Succeeded);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.RetentionPeriods().Where(period => period.Kind == kind).ExecuteDeleteAsync();
            db.Add(new RetentionPeriod { Kind = kind, Days = 7 }); // of a version that let it
            await db.SaveChangesAsync();
            Assert.Equal(365, (await services.GetRequiredService<RetentionKinds>().ReadAsync(CancellationToken.None)).Single(known => known.Code == kind).Days);
        });
    }

    [Fact]
    public async Task LooseFiles_ThatARecordNames_Stay()
    {
        await using var site = await TestSite.StartAsync();
        var (sheet, attached) = (await SaveFileAsync(site, "sheet", days: 30), await SaveFileAsync(site, "attached", days: 30));
        var young = await SaveFileAsync(site, "young", days: 1);
        await site.AppendAsync(Entries.Seminar() with { Files = [new EntryFile(attached, "a.txt", "text/plain", 8)] });

        await RunAsync(site);

        var store = site.Services.GetRequiredService<FileStore>();
        Assert.Equal((false, true, true), (store.Exists(sheet), store.Exists(attached), store.Exists(young)));
    }

    [Fact]
    public async Task RunOfToday_ByManyAtOnce_IsOneRun()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);

        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() =>
            site.UseAsync<RunRetention, long?>(run => run.RunOfTodayAsync(CancellationToken.None)))));

        Assert.Single(runs, run => run is not null);
        var kept = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().RetentionRuns().SingleAsync());
        Assert.Equal(runs.Max(), kept.Gone);
        Assert.NotNull(kept.FinishedAt);
    }

    [Fact]
    public async Task Delete_OfMoreThanOnePart_TakesAll()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(Enumerable.Range(0, 2_300).Select(i => Line(Ago(1_000 + (i / 1_000)), "old")));
            await db.SaveChangesAsync();
        });

        var gone = await RunAsync(site);

        Assert.Equal(2_300, gone.Single(kind => kind.Kind.Code == "trail").Count);
    }

    [Fact]
    public async Task Periods_SetThroughThePage_AreInForceAndNoted()
    {
        await using var site = await TestSite.StartAsync();
        var client = await site.SignInAsync();
        await FillAsync(site);

        using var wrong = await site.PostFormAsync(client, "/admin/retention", "periods", new() { ["Form.Days[trail]"] = "nulle", ["Form.Days[feedback]"] = "10" });
        using var saved = await site.PostFormAsync(client, "/admin/retention", "periods", new() { ["Form.Days[trail]"] = "2000", ["Form.Days[feedback]"] = "10" });

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("/admin/retention?notice=saved", saved.Headers.Location!.PathAndQuery);
        var kinds = await site.UseAsync<RetentionKinds, IReadOnlyList<RetentionKind>>(all => all.ReadAsync(CancellationToken.None));
        Assert.Equal((2000, 10, 90), (Days("trail"), Days("feedback"), Days("mails")));
        var notes = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Trail().Where(e => e.Act == TrailAct.SettingChanged).Select(e => e.Subject + " " + e.Detail).ToListAsync());
        Assert.Equal(["retention:feedback 365 → 10", "retention:trail 730 → 2000"], notes.Order(StringComparer.Ordinal));
        Assert.Contains("trail=0", Say(await RunAsync(site)), StringComparison.Ordinal);

        int Days(string code) => kinds.Single(kind => kind.Code == code).Days;
    }

    private static string Say(IEnumerable<(RetentionKind Kind, long Count)> kinds) =>
        string.Join(' ', kinds.Select(kind => kind.Kind.Code + "=" + kind.Count.ToString(CultureInfo.InvariantCulture)));

    private static Task<IReadOnlyList<(RetentionKind Kind, long Count)>> RunAsync(TestSite site) =>
        site.UseAsync<RunRetention, IReadOnlyList<(RetentionKind Kind, long Count)>>(run => run.RunAsync(CancellationToken.None));

    private static async Task FillAsync(TestSite site)
    {
        await SaveFileAsync(site, "old sheet", days: 30);
        await site.AppendAsync(Entries.Seminar());
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(
                Line(Ago(1_000), "old"), Line(Ago(20), "young"), Line(Ago(400), "of somebody erased", Guid.CreateVersion7()),
                Feedback(400, "old"), Feedback(20, "young"),
                Mail("old@example.org", 100), Mail("young@example.org", 10),
                Link(60), Link(-1),
                new ErasureRequest { Id = Guid.CreateVersion7(Ago(400)), PersonId = Guid.CreateVersion7(), AskedAt = Ago(400), State = ErasureState.Done, DecidedAt = Ago(399) });
            await db.SaveChangesAsync();
        });
    }

    private static DateTime Ago(int days) => DateTime.UtcNow.AddDays(-days);

    private static TrailEntry Line(DateTime at, string subject, Guid? person = null) =>
        new() { Id = Guid.CreateVersion7(at), At = at, Act = TrailAct.Exported, Subject = subject, PersonId = person };

    private static FeedbackMessage Feedback(int days, string text) => new() { Id = Guid.CreateVersion7(Ago(days)), At = Ago(days), Text = text, Language = "lv" };

    private static OutboxMail Mail(string to, int days) => new()
    {
        Id = Guid.CreateVersion7(Ago(days)),
        To = to,
        Subject = "x",
        Language = "lv",
        CreatedAt = Ago(days),
        NotBefore = Ago(days),
        DueAt = Ago(days),
        State = MailState.Sent,
        DoneAt = Ago(days),
    };

    private static AccountLink Link(int days) => new()
    {
        Id = Guid.CreateVersion7(),
        TokenHash = Guid.NewGuid().ToString("n"),
        ExpiresAt = Ago(days),
    };

    private static async Task<string> SaveFileAsync(TestSite site, string text, int days)
    {
        var saved = await site.Services.GetRequiredService<FileStore>().SaveUploadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.txt", CancellationToken.None);
        File.SetLastWriteTimeUtc(Path.Combine(site.Folder.Files, saved.Value.Sha256[..2], saved.Value.Sha256), Ago(days));
        return saved.Value.Sha256;
    }
}
