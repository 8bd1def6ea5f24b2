using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;
using Talka.Tests.Support;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

public sealed class CalendarTests
{
    // The first year of the sample ends on 14 July 2023
    private static readonly DateOnly FirstDue = new(2023, 8, 13);

    [Fact]
    public async Task Calendar_OfTwoYears_HasOneReportForEachAndTheFinalOne()
    {
        await using var site = await StartAsync();
        Assert.Equal([(1, FirstDue), (2, new DateOnly(2024, 8, 13)), (0, new DateOnly(2024, 8, 13))], (await CalendarAsync(site)).Select(due => (due.Year, due.DueOn)));
    }

    [Fact]
    public async Task DueDate_SetByTheSupervisor_HoldsAndTellsTheImplementer()
    {
        await using var site = await StartAsync();
        foreach (var somebody in Everybody.Where(one => one != Supervisor))
        {
            Assert.Equal("not-allowed", await SetAsync(site, somebody, FirstDue.AddDays(10), "Vienošanās Nr. 2"));
        }

        Assert.Equal("report-field-missing", await SetAsync(site, Supervisor, FirstDue.AddDays(10), ""));
        Assert.Equal("due-date-out-of-range", await SetAsync(site, Supervisor, new DateOnly(2023, 7, 1), "Agrāk"));
        Assert.Equal("", await SetAsync(site, Supervisor, FirstDue.AddDays(10), "Vienošanās Nr. 2"));
        Assert.Equal("", await SetAsync(site, Supervisor, FirstDue.AddDays(20), "Vienošanās Nr. 3"));
        var due = (await CalendarAsync(site))[0];
        Assert.Equal((FirstDue.AddDays(20), "Vienošanās Nr. 3"), (due.DueOn, due.Reason));
        Assert.Equal(2, (await site.MailsToAsync(Coordinator)).Count);
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(0, 7)]
    [InlineData(-1, -1)]
    [InlineData(-13, -1)]
    [InlineData(-14, -14)]
    [InlineData(-61, null)]
    public void Stage_OfADay_IsTheLastThatHasCome(int daysLeft, int? stage) => Assert.Equal(stage, RemindOfReports.StageOf(daysLeft));

    [Fact]
    public async Task Reminders_DayByDay_GoOutOnceEachAheadAndAfter()
    {
        await using var site = await StartAsync();
        for (var day = FirstDue.AddDays(-40); day <= FirstDue.AddDays(70); day = day.AddDays(1))
        {
            Assert.True(await RemindAsync(site, day));
        }

        Assert.Equal(4, (await site.MailsToAsync(Coordinator)).Count);
        Assert.Equal(2, (await site.MailsToAsync(Supervisor)).Count);
        Assert.Empty(await site.MailsToAsync(Editor));
        var keys = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().OutboxMails().Select(mail => mail.Key).ToListAsync());
        Assert.Equal(6, keys.Distinct().Count());
    }

    [Fact]
    public async Task Reminders_ASecondTimeOnADayOrOnTwoNodes_AreLeftOut()
    {
        await using var site = await StartAsync();
        var claims = await Task.WhenAll(TryAsync(site, FirstDue), TryAsync(site, FirstDue));
        Assert.Equal(1, claims.Count(claimed => claimed));
        Assert.False(await RemindAsync(site, FirstDue));
        Assert.Single(await site.MailsToAsync(Coordinator));
    }

    [Fact]
    public async Task Reminders_OfASubmittedReport_AreNotSent()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await RemindAsync(site, FirstDue.AddDays(3));
        Assert.Empty(await site.MailsToAsync(Coordinator));
    }

    [Fact]
    public async Task Calendar_OfAContractThatSaysHowManyDays_GoesByIt()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(services => services.GetRequiredService<AmendMandate>().RunAsync(
            MandateSlug, 0, terms => terms with { ReportDays = 45 }, new(2023, 1, 1), "Tests", CancellationToken.None));
        Assert.Equal(FirstDue.AddDays(15), (await CalendarAsync(site))[0].DueOn);
    }

    [Fact]
    public async Task Returned_AndNotAnsweredInTime_IsRemindedOfOnceAndShown()
    {
        await using var site = await StartAsync();
        await site.AcceptYearAsync(2);
        await site.AcceptYearAsync(0);
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.ReturnAsync(report.Id);
        var (today, before) = (TimeProvider.System.Today(), (await site.MailsToAsync(Coordinator)).Count);
        await RemindAsync(site, today.AddDays(14));
        Assert.Equal(before, (await site.MailsToAsync(Coordinator)).Count);
        await RemindAsync(site, today.AddDays(15));
        await RemindAsync(site, today.AddDays(16));
        Assert.Equal(before + 1, (await site.MailsToAsync(Coordinator)).Count);
        Assert.Contains("gaida atbildi", (await site.MailsToAsync(Coordinator))[^1], StringComparison.Ordinal);

        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<ReportStep>().Where(step => step.To == ReportState.Returned)
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.At, DateTime.UtcNow.AddDays(-20))));
        var owed = await site.InScopeAsync(async services =>
        {
            var mandate = await services.GetRequiredService<TalkaDb>().Mandates().SingleAsync(m => m.Slug == MandateSlug);
            return (await services.GetRequiredService<Talka.Supervision.Portfolio.OwedReports>().OfAsync(
                new Dictionary<Guid, MandateTerms> { [mandate.Id] = mandate.Terms }, CancellationToken.None))[mandate.Id].ToList();
        });
        Assert.Equal((today.AddDays(-6), true), (Assert.Single(owed).Due, owed[0].IsReturned));
    }

    [Fact]
    public async Task Pages_OfTheMandate_TellWhatIsDueNext()
    {
        await using var site = await StartAsync();
        var client = site.NewClient();
        using var signedIn = await site.TrySignInAsync(client, Coordinator, SignedIn.Password);
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{MandateSlug}"));
        Assert.Contains("Nākamais termiņš: Pārskats par I īstenošanas gadu", page);
        Assert.Contains("Termiņš pagājis", page);
        using var begun = await site.PostFormAsync(client, $"/work/mandates/{MandateSlug}/reports", "open-1", []);
        Assert.StartsWith($"/work/mandates/{MandateSlug}/reports/", new Uri(begun.Headers.Location!.ToString(), UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.AbsolutePath : begun.Headers.Location.ToString());
    }

    private static Task<IReadOnlyList<DueReport>> CalendarAsync(TestSite site) => site.InScopeAsync(async services =>
    {
        var mandate = await services.GetRequiredService<TalkaDb>().Mandates().SingleAsync(m => m.Slug == MandateSlug);
        return await services.GetRequiredService<ReportCalendar>().OfAsync(mandate.Id, mandate.Terms, CancellationToken.None);
    });

    private static async Task<string> SetAsync(TestSite site, string by, DateOnly day, string reason) =>
        Codes(await site.AsAsync<SetDueDate, Result>(by, set => set.RunAsync(MandateSlug, 1, day, reason, CancellationToken.None)));

    private static Task<bool> RemindAsync(TestSite site, DateOnly day) =>
        site.InScopeAsync(services => services.GetRequiredService<RemindOfReports>().RunAsync(day, CancellationToken.None));

    // SQLite lets one write at a time: the node that comes second may be told to wait instead of that it is done
    private static async Task<bool> TryAsync(TestSite site, DateOnly day)
    {
        try
        {
            return await RemindAsync(site, day);
        }
        catch (Exception failure) when (failure is Microsoft.Data.Sqlite.SqliteException || failure.InnerException is Microsoft.Data.Sqlite.SqliteException)
        {
            return false;
        }
    }
}
