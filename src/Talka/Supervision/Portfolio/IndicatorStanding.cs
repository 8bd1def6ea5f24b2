using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Reporting.Figures;

namespace Talka.Supervision.Portfolio;

/// <summary>What an indicator reached in one implementation year.</summary>
/// <param name="Target">Null where the contract sets none.</param>
/// <param name="Value">Null where there are entries whose measure is not known.</param>
public sealed record YearValue(int Ordinal, DateOnly From, DateOnly To, decimal? Target, decimal? Value);

/// <summary>
/// An indicator against its targets. Years are added up, so what one year missed a later one can make good; a definition that names
/// its own period counts the same in every year, and is held against the last target alone.
/// </summary>
/// <param name="ByYear">Whether its definition is counted anew for each year.</param>
public sealed record IndicatorStanding(string Code, string NameLv, string? NameEn, string Unit, FigureQuery Query, bool ByYear, IReadOnlyList<YearValue> Years)
{
    public string Name => Languages.Current == Languages.English ? NameEn ?? NameLv : NameLv;

    public decimal Reached => ByYear ? Years.Sum(year => year.Value ?? 0) : Years.Max(year => year.Value ?? 0);

    /// <summary>What the targets of the years that end by a day come to; null where none of these years has one.</summary>
    public decimal? TargetBy(DateOnly day)
    {
        var targets = Years.Where(year => year.To <= day && year.Target is not null).Select(year => year.Target!.Value).ToList();
        return targets.Count == 0 ? null : ByYear ? targets.Sum() : targets[^1];
    }

    /// <summary>What should be there on a day: the targets of the years that were over before it.</summary>
    public decimal? DueOn(DateOnly day) => TargetBy(day.AddDays(-1));

    public static IndicatorStanding Of(Indicator indicator, FigureData data)
    {
        // The contract only takes definitions that parse.
        var query = FigureQuery.Parse(indicator.Figure).Value;
        return new IndicatorStanding(
            indicator.Code, indicator.Name, indicator.NameEn, indicator.Unit, query, !query.InSectionOf(1).Equals(query.InSectionOf(2)),
            [
                .. data.Terms.Years.Select(year => new YearValue(
                    year.Ordinal, year.From, year.To,
                    indicator.Targets.TryGetValue(year.Ordinal, out var target) ? target : null,
                    data.Evaluate(query.InSectionOf(year.Ordinal)).Value)),
            ]);
    }
}
