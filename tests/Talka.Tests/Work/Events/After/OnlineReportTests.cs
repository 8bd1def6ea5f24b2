using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.After;
using Talka.Work.Events.After.OnlineReports;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.After;

public sealed class OnlineReportTests
{
    private const string Report = "Name,Email,Duration\nAnna Bērziņa,anna@example.org,50\nOzols Jānis,,40\nIlz Liepa,,35\nPilnīgi Svešs,sveds@example.org,33\n";

    [Fact]
    public async Task Import_FindsPeopleByEmailAndByNameAndAsksAboutTheRest()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var (anna, janis, ilze) = (await site.AddGuestAsync(e, "Anna B.", "anna@example.org", EventMode.Online), await site.AddGuestAsync(e, "Jānis Ozols", "j@example.org"), await site.AddGuestAsync(e, "Ilze Liepa", "i@example.org"));

        var dry = await ImportAsync(site, e, Report, write: false);
        Assert.Equal(0, await CountAsync(site));
        var written = await ImportAsync(site, e, Report, write: true);

        Assert.Equal((1, 1, 1, 1), (dry.Value.Count(AttendanceMatch.ByEmail), dry.Value.Count(AttendanceMatch.ByName), dry.Value.Count(AttendanceMatch.Doubtful), dry.Value.Count(AttendanceMatch.Unknown)));
        Assert.True(written.Value.Written);
        Assert.Equal(50, (await site.ReadAsync(anna)).OnlineMinutes);
        Assert.Equal(40, (await site.ReadAsync(janis)).OnlineMinutes);
        Assert.Null((await site.ReadAsync(ilze)).OnlineMinutes);
    }

    [Fact]
    public async Task Import_OfTheSameReportAgain_AddsNothing()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var anna = await site.AddGuestAsync(e, "Anna", "anna@example.org");
        await ImportAsync(site, e, Report, write: true);

        var again = await ImportAsync(site, e, Report.Replace(",", ";", StringComparison.Ordinal), write: true); // saved by another program
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ImportAsync(site, e, Report + "Vēl Kāds,,30\n", write: true)));

        Assert.True(again.Value is { Known: true, Written: false });
        Assert.Single(atOnce, one => one.Value.Written);
        Assert.Equal(4 + 5, await CountAsync(site));
        Assert.Equal(100, (await site.ReadAsync(anna)).OnlineMinutes); // the second report is another one, of another part of the meeting
    }

    [Fact]
    public async Task Import_OfTwoReportsOfTheSameTime_CountsItOnce()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var (anna, janis) = (await site.AddGuestAsync(e, "Anna", "anna@example.org"), await site.AddGuestAsync(e, "Jānis Ozols", "j@example.org"));
        const string Header = "Name,Email,Join time,Leave time\n";
        await ImportAsync(site, e, Header + "Anna,anna@example.org,2026-11-03 10:00:00,2026-11-03 10:40:00\nJānis Ozols,j@example.org,2026-11-03 10:00:00,2026-11-03 10:30:00\n", write: true);

        await ImportAsync(site, e, Header + "Anna B.,anna@example.org,2026-11-03 10:30:00,2026-11-03 11:00:00\nJ,j@example.org,2026-11-03 10:30:00,2026-11-03 11:00:00\n", write: true);
        Assert.Equal((60, 60), ((await site.ReadAsync(anna)).OnlineMinutes, (await site.ReadAsync(janis)).OnlineMinutes));
        await ImportAsync(site, e, "Name,Email,Duration\nAnna,anna@example.org,15\nTelefons,,20\n", write: true);
        Assert.Equal(75, (await site.ReadAsync(anna)).OnlineMinutes); // of a report that says no times nobody knows whether they overlap

        await ImportAsync(site, e, Header + "iPhone,,2026-11-03 10:50:00,2026-11-03 11:10:00\n", write: true);
        await DecideAsync(site, e, new Decision((await RowAsync(site, "iPhone")).Id, DecidedAs.Other, janis.ShortCode));
        Assert.Equal(70, (await site.ReadAsync(janis)).OnlineMinutes);
    }

    [Fact]
    public async Task Page_NamesAReportByWhenItWasReadAndItsColumnsByWords()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await ImportAsync(site, e, Report, write: true);
        using var client = await site.SignInAsync();

        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(EventAddress.Work(SampleEvents.Mandate, e.Id, "after/online")));

        Assert.Contains($"{TimeProvider.System.Today().Year}. ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dalībnieku|", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_BringTheMinutesInStepAndMayBeMadeAnew()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var (ilze, other) = (await site.AddGuestAsync(e, "Ilze Liepa", "i@example.org"), await site.AddGuestAsync(e, "Cita Persona", "c@example.org"));
        await ImportAsync(site, e, Report, write: true);
        var doubtful = await RowAsync(site, "Ilz Liepa");
        var unknown = await RowAsync(site, "Pilnīgi Svešs");

        var first = await DecideAsync(site, e, new Decision(doubtful.Id, DecidedAs.Suggested), new Decision(unknown.Id, DecidedAs.New));
        Assert.Equal((2, 0), (first.Settled, first.Errors.Count));
        Assert.Equal(35, (await site.ReadAsync(ilze)).OnlineMinutes);
        var added = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Registrations().SingleAsync(r => r.Source == RegistrationSource.OnlineReport));
        Assert.Equal(("Pilnīgi Svešs", 33, EventMode.Online), (added.Name, added.OnlineMinutes, added.Mode));

        await DecideAsync(site, e, new Decision(doubtful.Id, DecidedAs.Other, other.ShortCode.ToLowerInvariant()));
        Assert.Null((await site.ReadAsync(ilze)).OnlineMinutes);
        Assert.Equal(35, (await site.ReadAsync(other)).OnlineMinutes);

        await DecideAsync(site, e, new Decision(doubtful.Id, DecidedAs.Nobody));
        Assert.Null((await site.ReadAsync(other)).OnlineMinutes);
        var wrong = await DecideAsync(site, e, new Decision(doubtful.Id, DecidedAs.Other, "NAVTĀD"));
        Assert.Equal(["short-code-unknown"], wrong.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Remove_OfAReport_TakesItsMinutesAlong()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var anna = await site.AddGuestAsync(e, "Anna", "anna@example.org");
        await ImportAsync(site, e, Report, write: true);
        var report = (await RowAsync(site, "Anna Bērziņa")).Report;

        var removed = await site.InScopeAsync(s => s.GetRequiredService<DecideAttendance>().RemoveAsync(SampleEvents.Mandate, e.Id, report, CancellationToken.None));

        Assert.True(removed.Succeeded);
        Assert.Equal(0, await CountAsync(site));
        Assert.Null((await site.ReadAsync(anna)).OnlineMinutes);
        Assert.True((await ImportAsync(site, e, Report, write: true)).Value.Written);
    }

    private static Task<Result<ReportFound>> ImportAsync(TestSite site, Event e, string csv, bool write) => site.InScopeAsync(services =>
        services.GetRequiredService<ImportOnlineReport>().RunAsync(SampleEvents.Mandate, e.Id, new MemoryStream(Encoding.UTF8.GetBytes(csv)), write, CancellationToken.None));

    private static Task<(int Settled, IReadOnlyList<Error> Errors)> DecideAsync(TestSite site, Event e, params Decision[] decisions) => site.InScopeAsync(services =>
        services.GetRequiredService<DecideAttendance>().RunAsync(SampleEvents.Mandate, e.Id, decisions, CancellationToken.None));

    private static Task<OnlineAttendance> RowAsync(TestSite site, string name) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().OnlineAttendance().FirstAsync(a => a.Name == name));

    private static Task<int> CountAsync(TestSite site) => site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().OnlineAttendance().CountAsync());
}
