using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries;

/// <summary>Puts the ledger's positions into a summary: every amount becomes a figure with the entries that it was added up from.</summary>
internal sealed class MoneyBuilder
{
    private readonly MandateTerms _terms;
    private readonly Ledger _ledger;
    private readonly IReadOnlyCollection<MoneyMovement> _movements;

    public MoneyBuilder(MandateTerms terms, IReadOnlyCollection<MoneyMovement> movements)
    {
        _terms = terms;
        _movements = movements;
        _ledger = new Ledger(
            terms.Years.Select(year => year.Ordinal), terms.Streams.Select(stream => stream.Code), terms.PlanByYearAndStream, movements);
    }

    public SummaryMoney Year(int year) =>
        Money(_ledger.OfYear(year), null, null, [.. _terms.Streams.Select(stream =>
            Money(_ledger.At(year, stream.Code), stream, _terms.Plan.FirstOrDefault(p => p.Year == year && p.Stream == stream.Code)?.Note, []))]);

    public SummaryMoney Totals() =>
        Money(_ledger.Total, null, null, [.. _terms.Streams.Select(stream => Money(_ledger.OfStream(stream.Code), stream, null, []))]);

    public IReadOnlyList<CarryOver> CarryOvers() =>
    [
        .. from movement in _movements
           where movement.Kind == Kinds.CarryOver && movement.ToYear is not null
           group movement by (movement.Year, movement.ToYear!.Value) into pair
           orderby pair.Key
           select new CarryOver(pair.Key.Year, pair.Key.Value,
           [
               .. from stream in _terms.Streams
                  let amount = pair.Where(movement => movement.Stream == stream.Code).Sum(movement => movement.Amount)
                  where amount != Foundation.Money.Zero
                  select (stream, amount),
           ]),
    ];

    private SummaryMoney Money(LedgerPosition position, FundingStream? stream, string? note, IReadOnlyList<SummaryMoney> streams)
    {
        return new SummaryMoney(
            stream,
            Figure("planned", position.Planned, "Planned"),
            Figure("carried-in", position.CarriedIn, "CarriedIn", Kinds.CarryOver),
            Figure("spent", position.Spent, "Spent", Kinds.Expense),
            Figure("returned", position.Returned, "Returned", Kinds.Return),
            Figure("remainder", position.Remainder, "Remainder", Kinds.Expense, Kinds.Return, Kinds.CarryOver),
            Figure("carried-out", position.CarriedOut, "CarriedOut", Kinds.CarryOver),
            Figure("ineligible", position.Ineligible, "Ineligible", Kinds.Ineligible),
            Figure("unrecovered", position.Unrecovered, "Unrecovered", Kinds.Ineligible, Kinds.Recovery),
            streams,
            note);

        SummaryFigure Figure(string measure, Money amount, string label, params string[] kinds) => SummaryFigure.Of(
            amount, Query(measure), position.Year, Label(label), Entries(measure, kinds));

        string Query(string measure) => measure
            + (position.Year is { } year ? $" year:{year}" : "")
            + (position.Stream is { } code ? $" stream:{code}" : "");

        string Label(string key) => T(key) + ": " + string.Join(", ", new[]
        {
            position.Year is { } year ? T("YearName", Ordinals.Roman(year)) : T("WholePeriod"),
            stream is null ? null : Languages.Current == Languages.English ? stream.NameEn ?? stream.Name : stream.Name,
        }.OfType<string>());

        IReadOnlyList<long> Entries(string measure, string[] kinds) =>
        [
            .. from movement in _movements
               where kinds.Contains(movement.Kind) && (position.Stream is null || movement.Stream == position.Stream)
               where movement.Kind == Kinds.CarryOver
                   ? InCarryOver(measure, movement)
                   : position.Year is null || movement.Year == position.Year
               orderby movement.Sequence
               select movement.Sequence,
        ];

        // What a year receives comes in, what it gives goes out; over the whole period it moves inside.
        bool InCarryOver(string measure, MoneyMovement movement) =>
            position.Year is { } year && (measure == "carried-out" ? movement.Year == year : movement.ToYear == year);
    }
}
