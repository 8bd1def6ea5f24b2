using Talka.Foundation;
using Talka.Journal;

namespace Talka.Reporting.Figures;

/// <summary>Figures of the budget: one or more positions of the ledger, with the money entries that each comes from.</summary>
internal static class BudgetFigures
{
    public static FigureResult Evaluate(FigureQuery query, FigureData data)
    {
        if (query.Year is { } asked && !data.Ledger.Years.Contains(asked))
        {
            return new(null, false, [], []);
        }

        var streams = query[FigureKey.Stream];
        var positions = streams.Count == 0
            ? [query.Year is { } year ? data.Ledger.OfYear(year) : data.Ledger.Total]
            : data.Ledger.Streams.Where(stream => streams.Contains(stream, StringComparer.OrdinalIgnoreCase))
                .Select(stream => query.Year is { } ofYear ? data.Ledger.At(ofYear, stream) : data.Ledger.OfStream(stream)).ToList();
        var entries = data.Entries.Where(entry =>
            (streams.Count == 0 || (entry.Stream is not null && streams.Contains(entry.Stream, StringComparer.OrdinalIgnoreCase)))
            && Concerns(query.Measure, query.Year, entry)).ToList();
        return new(positions.Sum(position => Of(query.Measure, position)).Cents / 100m, false, entries, []);
    }

    private static Money Of(FigureMeasure measure, LedgerPosition position) => measure switch
    {
        FigureMeasure.Planned => position.Planned,
        FigureMeasure.Spent => position.Spent,
        FigureMeasure.Returned => position.Returned,
        FigureMeasure.Remainder => position.Remainder,
        FigureMeasure.CarriedIn => position.CarriedIn,
        FigureMeasure.CarriedOut => position.CarriedOut,
        FigureMeasure.Ineligible => position.Ineligible,
        FigureMeasure.Recovered => position.Recovered,
        _ => position.Unrecovered,
    };

    // Over the whole period carry-over moves inside it and counts for nothing, as in the ledger.
    private static bool Concerns(FigureMeasure measure, int? year, FigureEntry entry)
    {
        var inYear = year is null || entry.Year == year;
        var carriedIn = year is not null && entry.Kind == Kinds.CarryOver && entry.ToYear == year;
        return measure switch
        {
            FigureMeasure.Spent => inYear && entry.Kind == Kinds.Expense,
            FigureMeasure.Returned => inYear && entry.Kind == Kinds.Return,
            FigureMeasure.Remainder => (inYear && entry.Kind is (Kinds.Expense or Kinds.Return)) || carriedIn,
            FigureMeasure.CarriedIn => carriedIn,
            FigureMeasure.CarriedOut => year is not null && inYear && entry.Kind == Kinds.CarryOver,
            FigureMeasure.Ineligible => inYear && entry.Kind == Kinds.Ineligible,
            FigureMeasure.Recovered => inYear && entry.Kind == Kinds.Recovery,
            FigureMeasure.Unrecovered => inYear && entry.Kind is (Kinds.Ineligible or Kinds.Recovery),
            _ => false,
        };
    }
}
