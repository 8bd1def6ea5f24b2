using Talka.Foundation.Localisation;
using Talka.Reporting.Transparency;

namespace Talka.Supervision.Portfolio;

public enum MandateState { Before, Running, Ended }

/// <summary>The next thing that a mandate owes.</summary>
/// <param name="What">In the current language.</param>
public sealed record NextDue(DateOnly Day, string What, bool IsOverdue);

/// <summary>One mandate on one line, on one day.</summary>
public sealed class PortfolioLine
{
    /// <param name="reports">The reports that it still owes, by the day.</param>
    public PortfolioLine(PortfolioMandate mandate, MandateStanding standing, IReadOnlyList<OwedReport> reports, DateOnly today)
    {
        (Mandate, Standing, Today) = (mandate, standing, today);
        TimePercent = today < mandate.From ? 0 : Progress.Percent(mandate.From, mandate.To, today);
        var due = standing.Indicators.Where(indicator => indicator.DueOn(today) is > 0).ToList();
        (IndicatorsDue, IndicatorsReached) = (due.Count, due.Count(indicator => indicator.Reached >= indicator.DueOn(today)));
        IndicatorPercent = due.Count == 0 ? null : (int)(due.Average(indicator => Math.Min(1, indicator.Reached / indicator.DueOn(today)!.Value)) * 100);
        Reasons = LightRule.Check(new LightFacts(
            mandate.From, mandate.To, today, TimePercent, Percent(standing.Spent + standing.Returned, standing.Planned), standing.Indicators,
            standing.LastRecorded,
            [.. reports.Where(report => !report.IsReturned && report.Due < today).Select(report => report.Due)],
            [.. reports.Where(report => report.IsReturned).Select(report => report.Due)]));
        NextDue = Next(reports);
    }

    public PortfolioMandate Mandate { get; }

    public MandateStanding Standing { get; }

    public DateOnly Today { get; }

    public int TimePercent { get; }

    /// <summary>Spent, of what is planned; null where nothing is planned.</summary>
    public int? MoneyPercent => Percent(Standing.Spent, Standing.Planned);

    /// <summary>Indicators that have a target for the years that are over.</summary>
    public int IndicatorsDue { get; }

    /// <summary>Those of them that have reached it.</summary>
    public int IndicatorsReached { get; }

    /// <summary>How much of what is due was reached, each indicator counting at most as reached; null where nothing is due yet.</summary>
    public int? IndicatorPercent { get; }

    public NextDue? NextDue { get; }

    public IReadOnlyList<LightReason> Reasons { get; }

    public Light Light => LightRule.Worst(Reasons);

    public MandateState State => Today < Mandate.From ? MandateState.Before : Today > Mandate.To ? MandateState.Ended : MandateState.Running;

    public DateOnly? LastRecorded => Standing.LastRecorded is { } at ? DateOnly.FromDateTime(Riga.ToLocal(at)) : null;

    private static int? Percent(Foundation.Money part, Foundation.Money whole) => whole.Cents > 0 ? (int)(part.Cents * 100m / whole.Cents) : null;

    // The report that is owed first, or the end of the year whose targets are not reached yet.
    private NextDue? Next(IReadOnlyList<OwedReport> reports)
    {
        var report = reports.MinBy(report => report.Due);
        var target = Standing.Indicators.SelectMany(indicator => indicator.Years
                .Where(year => year.From <= Today && Today <= year.To && indicator.TargetBy(year.To) > indicator.Reached).Select(year => (DateOnly?)year.To))
            .Min();
        return report is not null && (target is null || report.Due <= target) ? new(report.Due, report.Name, report.Due < Today)
            : target is { } day ? new(day, Texts.T("DueTargets"), IsOverdue: false)
            : null;
    }
}

/// <summary>A mandate as the portfolio reads it from its row.</summary>
public sealed record PortfolioMandate(Guid Id, string Slug, string TitleLv, string? TitleEn, DateOnly From, DateOnly To, int Version, string Authority)
{
    public string Title => Languages.Current == Languages.English ? TitleEn ?? TitleLv : TitleLv;
}
