using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;

namespace Talka.Reporting.Summaries;

/// <summary>The money of a summary: every amount is a figure, so that it comes with the entries that it was added up from.</summary>
internal sealed class MoneyBuilder(FigureData data, FigureFactory figures)
{
    private readonly MandateTerms _terms = data.Terms;

    public SummaryMoney Year(int year) => Money(
        year, null, null,
        [.. _terms.Streams.Select(stream => Money(year, stream, PlanNote(year, stream), []))]);

    public SummaryMoney Totals() => Money(null, null, null, [.. _terms.Streams.Select(stream => Money(null, stream, null, []))]);

    public IReadOnlyList<SummaryCarryOver> CarryOvers() =>
    [
        .. from movement in data.Movements
           where movement.Kind == Kinds.CarryOver && movement.ToYear is not null
           group movement by (movement.Year, ToYear: movement.ToYear!.Value) into pair
           orderby pair.Key
           select new SummaryCarryOver(pair.Key.Year, pair.Key.ToYear,
           [
               .. from stream in _terms.Streams
                  let amount = pair.Where(movement => movement.Stream == stream.Code).Sum(movement => movement.Amount)
                  where amount != Foundation.Money.Zero
                  select (stream, amount),
           ]),
    ];

    private string? PlanNote(int year, FundingStream stream) =>
        _terms.Plan.FirstOrDefault(planned => planned.Year == year && planned.Stream == stream.Code)?.Note;

    private SummaryMoney Money(int? year, FundingStream? stream, string? note, IReadOnlyList<SummaryMoney> streams)
    {
        return new SummaryMoney(
            stream,
            Figure(FigureMeasure.Planned),
            Figure(FigureMeasure.CarriedIn),
            Figure(FigureMeasure.Spent),
            Figure(FigureMeasure.Returned),
            Figure(FigureMeasure.Remainder),
            Figure(FigureMeasure.CarriedOut),
            Figure(FigureMeasure.Ineligible),
            Figure(FigureMeasure.Unrecovered),
            streams,
            note);

        SummaryFigure Figure(FigureMeasure measure)
        {
            var query = FigureQuery.Of(measure);
            query = stream is null ? query : query.With(FigureKey.Stream, stream.Code);
            return figures.Of(year is { } ordinal ? query.InYear(ordinal) : query);
        }
    }
}
