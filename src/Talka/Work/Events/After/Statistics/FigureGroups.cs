using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Statistics;

/// <summary>By what the figures can be told apart.</summary>
public enum FigureGrouping { Year, Kind, Region, Mode, Series }

/// <param name="People">Different people, where they are counted: of cycles.</param>
public sealed record NamedFigures(string Name, FigureRow Row, long? People = null);

/// <summary>The counted events of a mandate, gathered in each way; the page and the sheets show the same.</summary>
public sealed class FigureGroups
{
    private readonly SortedDictionary<int, FigureRow> _byYear = [];
    private readonly Dictionary<string, FigureRow> _byKind = [];
    private readonly SortedDictionary<string, FigureRow> _byRegion = new(StringComparer.Ordinal);
    private readonly SortedDictionary<EventMode, FigureRow> _byMode = [];
    private readonly IReadOnlyDictionary<string, string> _kinds;

    private FigureGroups(IReadOnlyDictionary<string, string> kinds) => _kinds = kinds;

    public FigureRow All { get; } = new();
    public IReadOnlyList<SeriesFigures> Series { get; private set; } = [];

    /// <param name="kinds">Names of the kinds by their codes.</param>
    public static async Task<FigureGroups> GatherAsync(EventFigures figures, MandateTerms terms, IReadOnlyDictionary<string, string> kinds, CancellationToken cancel)
    {
        var groups = new FigureGroups(kinds);
        await foreach (var held in figures.HeldAsync(terms, cancel))
        {
            groups.All.Add(held);
            Row(groups._byYear, held.Year ?? 0).Add(held);
            Row(groups._byKind, held.Kind).Add(held);
            Row(groups._byRegion, held.Region ?? "").Add(held);
            Row(groups._byMode, held.Mode).Add(held);
        }

        groups.Series = await figures.SeriesAsync(terms.Slug, cancel);
        return groups;
    }

    public IReadOnlyList<NamedFigures> By(FigureGrouping grouping) => grouping switch
    {
        FigureGrouping.Year => [.. _byYear.Select(year => new NamedFigures(year.Key == 0 ? T("NoYear") : Ordinals.Roman(year.Key), year.Value))],
        FigureGrouping.Kind => [.. _byKind.OrderByDescending(kind => kind.Value.Events).Select(kind => new NamedFigures(_kinds.GetValueOrDefault(kind.Key, kind.Key), kind.Value))],
        FigureGrouping.Region => [.. _byRegion.Select(region => new NamedFigures(region.Key.Length > 0 ? Regions.Name(region.Key)! : T("NoRegion"), region.Value))],
        FigureGrouping.Mode => [.. _byMode.Select(mode => new NamedFigures(T("Mode" + mode.Key), mode.Value))],
        _ => [.. Series.Select(series => new NamedFigures(EventText.TitleOf(series.Title, series.TitleEn), series.Held, series.People))],
    };

    private static FigureRow Row<TKey>(IDictionary<TKey, FigureRow> rows, TKey key) => rows.TryGetValue(key, out var row) ? row : rows[key] = new FigureRow();
}
