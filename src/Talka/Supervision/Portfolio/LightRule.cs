using Talka.Foundation.Localisation;
using Talka.Supervision.Reports.Calendar;
using static Talka.Supervision.Portfolio.Texts;

namespace Talka.Supervision.Portfolio;

/// <summary>How a mandate is doing; the worse the greater.</summary>
public enum Light { OnTrack, Attention, Late }

/// <summary>Why a mandate is not on track, in the current language.</summary>
public sealed record LightReason(Light Light, string Text);

/// <summary>What the rule looks at, on one day.</summary>
/// <param name="TimePercent">Days of the period that have passed.</param>
/// <param name="UsedPercent">Spent and returned, of what is planned; null where nothing is planned.</param>
/// <param name="OverdueReports">Reports that are owed and were not handed in, by the day that they were due.</param>
/// <param name="UnansweredReports">Reports that were returned and not answered in time, by the day that the answer was due.</param>
public sealed record LightFacts(
    DateOnly From, DateOnly To, DateOnly Today, int TimePercent, int? UsedPercent, IReadOnlyList<IndicatorStanding> Indicators,
    DateTime? LastRecorded, IReadOnlyList<DateOnly> OverdueReports, IReadOnlyList<DateOnly> UnansweredReports)
{
    public bool IsRunning => From <= Today && Today <= To;
}

/// <summary>
/// The one rule behind the lights. Each thing that is amiss says so in a sentence with its numbers; the worst of them gives the light,
/// and where nothing is amiss a mandate is on track. The page and the handbook print the same thresholds.
/// </summary>
public static class LightRule
{
    /// <summary>Percentage points between the money used and the time gone, either way.</summary>
    public const int MoneyGap = 25;

    /// <summary>Per cent of what is due by now, under which an indicator is late and not only behind.</summary>
    public const int IndicatorLate = 75;

    /// <summary>Days without a new entry while the mandate runs.</summary>
    public const int SilentDays = 90;

    /// <summary>The worst first; none where all is well.</summary>
    public static IReadOnlyList<LightReason> Check(LightFacts facts) =>
        [.. new[] { Reports(facts), Unanswered(facts), Indicators(facts), Money(facts), Silence(facts) }.OfType<LightReason>().OrderByDescending(reason => reason.Light)];

    public static Light Worst(IReadOnlyList<LightReason> reasons) => reasons.Count == 0 ? Light.OnTrack : reasons.Max(reason => reason.Light);

    /// <summary>The rule in words, one sentence for each part.</summary>
    public static IReadOnlyList<string> Sentences =>
        [T("RuleReports"), T("RuleUnanswered", DueReport.DaysToAnswer), T("RuleIndicators", IndicatorLate), T("RuleMoney", MoneyGap), T("RuleSilence", SilentDays), T("RuleElse")];

    private static LightReason? Reports(LightFacts facts) => facts.OverdueReports.Count == 0 ? null
        : new(Light.Late, T("ReasonReport", Format.Date(facts.OverdueReports.Min())));

    private static LightReason? Unanswered(LightFacts facts) => facts.UnansweredReports.Count == 0 ? null
        : new(Light.Attention, T("ReasonUnanswered", Format.Date(facts.UnansweredReports.Min())));

    private static LightReason? Indicators(LightFacts facts)
    {
        var behind = facts.Indicators
            .Select(indicator => (indicator.Name, indicator.Reached, Due: indicator.DueOn(facts.Today) ?? 0))
            .Where(indicator => indicator.Reached < indicator.Due).ToList();
        if (behind.Count == 0)
        {
            return null;
        }

        var worst = behind.MinBy(indicator => indicator.Reached / indicator.Due);
        return new(
            worst.Reached * 100 < worst.Due * IndicatorLate ? Light.Late : Light.Attention,
            T("ReasonIndicators", behind.Count, worst.Name, Amounts.Number(worst.Reached), Amounts.Number(worst.Due)));
    }

    private static LightReason? Money(LightFacts facts) => facts.UsedPercent is not { } used || facts.Today < facts.From ? null
        : used - facts.TimePercent > MoneyGap ? new(Light.Attention, T("ReasonMoneyAhead", used, facts.TimePercent))
        : facts.TimePercent - used > MoneyGap ? new(Light.Attention, T("ReasonMoneyBehind", used, facts.TimePercent))
        : null;

    private static LightReason? Silence(LightFacts facts)
    {
        if (!facts.IsRunning)
        {
            return null;
        }

        var since = facts.LastRecorded is { } at ? DateOnly.FromDateTime(Riga.ToLocal(at)) : facts.From;
        since = since > facts.From ? since : facts.From;
        return facts.Today.DayNumber - since.DayNumber > SilentDays ? new(Light.Attention, T("ReasonSilence", Format.Date(since))) : null;
    }
}

internal static class Amounts
{
    /// <summary>A count or a target as people read it.</summary>
    public static string Number(decimal value) => decimal.IsInteger(value) ? Format.Number((long)value) : Format.Number(value, 2);
}
