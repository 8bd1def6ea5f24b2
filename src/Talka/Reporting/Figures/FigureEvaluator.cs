using System.Globalization;
using Talka.Foundation;
using Talka.Journal;

namespace Talka.Reporting.Figures;

/// <summary>A figure, counted.</summary>
/// <param name="Value">Null when there are entries but their measure is not known; 0 when there are none. Amounts in euro.</param>
/// <param name="Approximate">Some entry behind it gives an approximate number.</param>
/// <param name="Entries">What was counted, by sequence.</param>
/// <param name="UnknownEntries">What belongs here but whose measure is not known; the value does not hold it.</param>
public sealed record FigureResult(
    decimal? Value, bool Approximate, IReadOnlyList<FigureEntry> Entries, IReadOnlyList<FigureEntry> UnknownEntries)
{
    public int Unknown => UnknownEntries.Count;

    public Money Money => new((long)((Value ?? 0) * 100));
}

/// <summary>Counts figures. The one implementation behind narratives, indicators, tables, pages and open data.</summary>
public static class FigureEvaluator
{
    internal static readonly HashSet<string> MoneyKinds = [Kinds.Expense, Kinds.Ineligible, Kinds.Recovery, Kinds.Return, Kinds.CarryOver];

    // Not work that was done: counted only by a figure that names them.
    private static readonly HashSet<string> NotWork = [.. MoneyKinds, Kinds.SummaryPublished, Kinds.Erasure];

    public static FigureResult Evaluate(FigureQuery query, FigureData data)
    {
        if (query.Measure.IsBudget())
        {
            return BudgetFigures.Evaluate(query, data);
        }

        var entries = Matching(query, data);
        return query.Measure switch
        {
            FigureMeasure.Count => new(entries.Count, false, entries, []),
            FigureMeasure.Quantity => Sum(entries, e => e.Quantity ?? 1, e => e.QuantityApproximate),
            FigureMeasure.Participants => Sum(entries, e => e.Participants, e => e.ParticipantsApproximate),
            FigureMeasure.Reach => Sum(entries, e => e.Reach, _ => false),
            FigureMeasure.Amount => Sum(entries, e => e.Amount?.Cents / 100m, _ => false),
            FigureMeasure.Places => Distinct(entries, e => e.Place is null ? [] : [e.Place], e => e.Place is null && e.Mode != EntryMode.Online),
            _ => Distinct(entries, e => e.Partners, _ => false),
        };
    }

    /// <summary>The entries that a query's filters let through, whatever it measures; by sequence.</summary>
    public static IReadOnlyList<FigureEntry> Matching(FigureQuery query, FigureData data)
    {
        var filter = new EntryFilter(query);
        if (query[FigureKey.Entry].Count > 0)
        {
            return [.. filter.Sequences.Select(data.Find).OfType<FigureEntry>().Where(entry => InGroup(entry.Year, entry.Kind)).Where(filter.Lets)
                .OrderBy(entry => entry.Sequence)];
        }

        var groups = data.ByYearAndKind.Where(group => InGroup(group.Key.Year, group.Key.Kind)).ToList();
        var matching = groups.SelectMany(group => group.Value).Where(filter.Lets);
        return groups.Count > 1 ? [.. matching.OrderBy(entry => entry.Sequence)] : [.. matching];

        bool InGroup(int year, string kind) =>
            (query.Year is null || year == query.Year)
            && (query.Kinds.Count > 0 ? query.Kinds.Contains(kind) : query[FigureKey.Entry].Count > 0 || !NotWork.Contains(kind));
    }

    private static FigureResult Sum(IReadOnlyList<FigureEntry> entries, Func<FigureEntry, decimal?> measure, Func<FigureEntry, bool> approximate)
    {
        var counted = entries.Where(entry => measure(entry) is not null).ToList();
        var unknown = counted.Count == entries.Count ? [] : entries.Where(entry => measure(entry) is null).ToList();
        decimal? sum = counted.Count == 0 && unknown.Count > 0 ? null : counted.Sum(measure);
        return new(sum, counted.Any(approximate), counted, unknown);
    }

    private static FigureResult Distinct(
        IReadOnlyList<FigureEntry> entries, Func<FigureEntry, IReadOnlyList<string>> names, Func<FigureEntry, bool> isUnknown)
    {
        var counted = entries.Where(entry => names(entry).Count > 0).ToList();
        var unknown = entries.Where(isUnknown).ToList();
        decimal? value = counted.Count == 0 && unknown.Count > 0
            ? null
            : counted.SelectMany(names).Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return new(value, false, counted, unknown);
    }

    private sealed class EntryFilter(FigureQuery query)
    {
        private readonly IReadOnlyList<string> _channels = query[FigureKey.Channel];
        private readonly IReadOnlyList<string> _streams = query[FigureKey.Stream];
        private readonly IReadOnlyList<string> _series = query[FigureKey.Series];
        private readonly IReadOnlyList<string> _titles = query[FigureKey.Title];
        private readonly IReadOnlyList<string> _targets = query[FigureKey.Target];
        private readonly List<EntryMode> _modes = [.. Enum.GetValues<EntryMode>().Where(mode => query[FigureKey.Mode].Contains(mode.Code()))];
        private readonly List<EntryState> _states = [.. Enum.GetValues<EntryState>().Where(state => query[FigureKey.State].Contains(state.Code()))];
        private readonly bool? _dated = query[FigureKey.Dated] is [var dated] ? dated == "yes" : null;

        public IEnumerable<long> Sequences => query[FigureKey.Entry].Select(n => long.Parse(n, CultureInfo.InvariantCulture));

        public bool Lets(FigureEntry entry) =>
            Among(_channels, entry.Channel)
            && Among(_streams, entry.Stream)
            && Among(_series, entry.Series)
            && Among(_titles, entry.Title)
            && Among(_targets, entry.TargetGroup)
            && (_modes.Count == 0 || (entry.Mode is { } mode && _modes.Contains(mode)))
            && (_states.Count == 0 || (entry.State is { } state && _states.Contains(state)))
            && (_dated is null || _dated == entry.IsDated)
            && (query.From is null || entry.From >= query.From)
            && (query.To is null || entry.To <= query.To);

        private static bool Among(IReadOnlyList<string> alternatives, string? value) =>
            alternatives.Count == 0 || (value is not null && alternatives.Contains(value, StringComparer.OrdinalIgnoreCase));
    }
}
