using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Supervision.Dashboard;
using Talka.Supervision.Portfolio;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Reporting.Figures;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Supervision.Dashboard;

public sealed class DashboardTests
{
    private static readonly DateOnly Begin = new(2025, 1, 1);

    [Fact]
    public void Forecast_GoesOnAsSoFar()
    {
        var day = new DateOnly(2025, 4, 10); // the hundredth day of 365
        var forecast = Forecast.Of(Standing(new LedgerPosition(1, "a") { Planned = new(10_000_00), CarriedIn = new(500_00), Returned = new(100_00), CarriedOut = new(50_00), Spent = new(2_000_00) }), day)!;

        Assert.Equal((100, 365, false), (forecast.DaysGone, forecast.Days, forecast.IsTooEarly));
        var stream = Assert.Single(forecast.Streams);
        Assert.Equal(new Money(7_300_00), stream.Expected);
        Assert.Equal(new Money(10_350_00), stream.Available);
        Assert.Equal(new Money(3_050_00), stream.Remainder);
    }

    [Fact]
    public void Forecast_InTheFirstDaysAndOutsideThePeriod_IsNotMade()
    {
        var standing = Standing(new LedgerPosition(1, "a"));
        Assert.True(Forecast.Of(standing, Begin.AddDays(Forecast.FewestDays - 2))!.IsTooEarly);
        Assert.False(Forecast.Of(standing, Begin.AddDays(Forecast.FewestDays - 1))!.IsTooEarly);
        Assert.Null(Forecast.Of(standing, Begin.AddDays(-1)));
        Assert.Null(Forecast.Of(standing, Begin.AddYears(2)));
    }

    [Fact]
    public void Owed_Indicators_AreTheMissedAndThoseOfTheRunningYear()
    {
        var missed = Indicator("a", (10, 4), (null, 0));
        var running = Indicator("b", (10, 10), (5, 2));
        var reached = Indicator("c", (10, 10), (5, 5));
        var ahead = Indicator("d", (null, 0), (20, 3));

        var owed = Owed.Indicators([missed, running, reached, ahead], new DateOnly(2026, 6, 1));

        Assert.Equal(["a", "d", "b"], owed.Select(one => one.Indicator.Code));
        Assert.Equal([6, 17, 3], owed.Select(one => one.Missing));
        Assert.Equal([true, false, false], owed.Select(one => one.IsMissed));
        Assert.Equal(new DateOnly(2026, 12, 31), owed[2].Due);
        Assert.Equal("seminar", owed[0].Kind);
        Assert.Empty(Owed.Indicators([missed], Begin.AddDays(-1)));
    }

    [Fact]
    public async Task Page_OfARunningMandate_SaysWhatIsOwedAndLacking()
    {
        await using var site = await TestSite.StartAsync(
            configure: services => services.AddSingleton<TimeProvider>(MovableClock.At(new DateTimeOffset(2023, 1, 20, 9, 0, 0, TimeSpan.Zero))));
        Assert.Empty((await site.CreateAsync(Samples.Mandate)).Errors);
        Assert.Empty((await site.SpendAsync(Acts.Expense(1, 10_000_00))).Errors);
        await site.AppendAsync(Event("Saruna ar dalībniekiem", null));
        await site.AppendAsync(Event("Semināri kopā", null) with { Quantity = 5 });
        await site.AppendAsync(Event("Saskaitīts", 12));

        using var client = await site.SignInAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/dashboard"));

        Assert.Contains("evidence?what=files\">Ieraksti bez faila</a>: 1", page, StringComparison.Ordinal);
        Assert.Contains("evidence?what=attendance\">Pasākumi bez dalībnieku skaita</a>: 1", page, StringComparison.Ordinal);
        Assert.Contains("/work/mandates/sample/record?kind=seminar", page, StringComparison.Ordinal);
        Assert.Contains("summary?year=1&section=activities", page, StringComparison.Ordinal);
        Assert.Contains("13.08.2023.", page, StringComparison.Ordinal);
        Assert.Contains("Atlikuma prognoze", page, StringComparison.Ordinal);
        Assert.Contains("19\u00A0210,53", page, StringComparison.Ordinal); // 10 000 in 190 of 365 days

        var files = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/evidence?what=files"));
        Assert.Contains("Telpu noma", files, StringComparison.Ordinal);
        var attendance = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/evidence?what=attendance"));
        Assert.Contains("Saruna ar dalībniekiem", attendance, StringComparison.Ordinal);
        Assert.DoesNotContain("Saskaitīts", attendance, StringComparison.Ordinal);
        Assert.DoesNotContain("Semināri kopā", attendance, StringComparison.Ordinal);
        using var unknown = await client.GetAsync("/work/mandates/nav/dashboard");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private static EntryContent Event(string title, long? participants) => Entries.Seminar(title) with
    {
        Mandate = "sample",
        From = new DateOnly(2022, 11, 3),
        To = new DateOnly(2022, 11, 3),
        Participants = participants,
    };

    private static MandateStanding Standing(LedgerPosition at) => new(
        FigureSamples.Terms with { Years = [new ImplementationYear(1, Begin, new DateOnly(2025, 12, 31))] }, [new StandingMoney(2025, new FundingStream("a", "Virziens", null), at)], [], null);

    private static IndicatorStanding Indicator(string code, params (decimal? Target, decimal Value)[] years) => new(
        code, code, null, "", FigureQuery.Parse("quantity kind:seminar").Value, ByYear: true,
        [.. years.Select((year, i) => new YearValue(i + 1, Begin.AddYears(i), Begin.AddYears(i + 1).AddDays(-1), year.Target, year.Value))]);
}
