using Talka.Reporting.Figures;
using Talka.Supervision.Portfolio;

namespace Talka.Tests.Supervision.Portfolio;

public sealed class LightRuleTests
{
    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    private static readonly LightFacts Well = new(From, To, new DateOnly(2026, 3, 1), 58, 50, [], new DateTime(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc), [], []);

    [Fact]
    public void Check_WhereNothingIsAmiss_IsOnTrack() => Assert.Equal(Light.OnTrack, LightRule.Worst(LightRule.Check(Well)));

    [Theory]
    [InlineData(50, 50, Light.OnTrack)]
    [InlineData(50, 75, Light.OnTrack)]
    [InlineData(50, 76, Light.Attention)]
    [InlineData(50, 25, Light.OnTrack)]
    [InlineData(50, 24, Light.Attention)]
    public void Money_ApartFromTimeByMoreThanTheGap_NeedsAttention(int time, int used, Light light) =>
        Assert.Equal(light, LightRule.Worst(LightRule.Check(Well with { TimePercent = time, UsedPercent = used })));

    [Fact]
    public void Returned_LeftUnanswered_NeedsAttention() =>
        Assert.Equal(Light.Attention, LightRule.Worst(LightRule.Check(Well with { UnansweredReports = [Well.Today.AddDays(-1)] })));

    [Theory]
    [InlineData(90, Light.OnTrack)]
    [InlineData(91, Light.Attention)]
    public void Silence_LongerThanAllowed_NeedsAttention(int days, Light light) =>
        Assert.Equal(light, LightRule.Worst(LightRule.Check(Well with { LastRecorded = Noon(Well.Today.AddDays(-days)) })));

    [Fact]
    public void Silence_BeforeAndAfterTheMandate_IsExpected()
    {
        var silent = Well with { LastRecorded = null, UsedPercent = null };
        Assert.Empty(LightRule.Check(silent with { Today = From.AddDays(-1) }));
        Assert.Empty(LightRule.Check(silent with { Today = To.AddDays(200) }));
        Assert.Empty(LightRule.Check(silent with { Today = From.AddDays(LightRule.SilentDays) }));
        Assert.Single(LightRule.Check(silent with { Today = From.AddDays(LightRule.SilentDays + 1) }));
    }

    [Theory]
    [InlineData(10, 10, Light.OnTrack)]
    [InlineData(10, 9, Light.Attention)]
    [InlineData(10, 7.5, Light.Attention)]
    [InlineData(10, 7, Light.Late)]
    public void Indicators_BehindTheirTargets_AreBehindOrLate(int target, double reached, Light light) =>
        Assert.Equal(light, LightRule.Worst(LightRule.Check(Well with { Indicators = [Indicator((target, (decimal)reached), (100, 0))] })));

    [Fact]
    public void Indicators_MadeGoodInALaterYear_AreNotBehind() =>
        Assert.Empty(LightRule.Check(Well with { Indicators = [Indicator((10, 4), (10, 6))] }));

    [Fact]
    public void Indicators_ThatNameTheirOwnPeriod_AreNotAddedUp()
    {
        var whole = Indicator((5, 8), (10, 8)) with { ByYear = false };
        Assert.Equal(8, whole.Reached);
        Assert.Equal(10, whole.TargetBy(To));
        Assert.Equal(5, whole.DueOn(Well.Today));
    }

    [Fact]
    public void Reports_Overdue_AreLate_AndTheWorstStandsFirst()
    {
        var reasons = LightRule.Check(Well with { UsedPercent = 0, OverdueReports = [new DateOnly(2026, 1, 30)] });

        Assert.Equal([Light.Late, Light.Attention], reasons.Select(reason => reason.Light));
        Assert.Contains("30.01.2026.", reasons[0].Text, StringComparison.Ordinal);
    }

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc);

    private static IndicatorStanding Indicator(params (decimal Target, decimal Value)[] years) => new(
        "seminars", "Semināri", null, "semināri", FigureQuery.Parse("quantity kind:seminar").Value, ByYear: true,
        [.. years.Select((year, i) => new YearValue(i + 1, From.AddYears(i), From.AddYears(i + 1).AddDays(-1), year.Target, year.Value))]);
}
