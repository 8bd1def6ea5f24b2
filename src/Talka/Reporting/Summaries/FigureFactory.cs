using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;

namespace Talka.Reporting.Summaries;

/// <summary>Evaluates queries and remembers every figure that the summary prints, each once, in the order of first use.</summary>
internal sealed class FigureFactory(FigureContext context)
{
    private readonly Dictionary<FigureQuery, SummaryFigure> _figures = [];
    private readonly List<SummaryFigure> _order = [];

    public IReadOnlyList<SummaryFigure> All => _order;

    /// <param name="query">With its year set, when it is of a year.</param>
    public SummaryFigure Of(FigureQuery query)
    {
        if (!_figures.TryGetValue(query, out var figure))
        {
            var result = context.Data.Evaluate(query);
            figure = new SummaryFigure(
                query,
                query.Year ?? (query[FigureKey.Entry].Count > 0 && result.Entries is [var only] ? only.Year : null),
                FigureWords.Describe(query, context.Data.Terms, context.Kinds),
                FigureWords.Unit(query, result.Value, context.Kinds),
                result.Value,
                query.Measure.IsMoney(),
                result.Approximate,
                [.. result.Entries.Select(entry => entry.Sequence)]);
            _figures[query] = figure;
            _order.Add(figure);
        }

        return figure;
    }
}
