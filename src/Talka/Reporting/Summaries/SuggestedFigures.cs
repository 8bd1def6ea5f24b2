using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;

namespace Talka.Reporting.Summaries;

/// <summary>The figures that an author is likely to need, each with its value and how to write it.</summary>
internal static class SuggestedFigures
{
    /// <param name="context">With the year of the section; null for the whole period.</param>
    public static IReadOnlyList<SummaryFigure> For(FigureContext context)
    {
        var figures = new FigureFactory(context);
        var data = context.Data;
        var done = data.Entries.Where(entry => context.Year is null || entry.Year == context.Year).ToList();
        foreach (var kind in context.Kinds.Values.Where(kind => !kind.IsMoney && !kind.IsSystem).OrderBy(kind => kind.Order))
        {
            var entries = done.Where(entry => entry.Kind == kind.Code).ToList();
            if (entries.Count == 0)
            {
                continue;
            }

            Add(FigureQuery.Of(FigureMeasure.Quantity).With(FigureKey.Kind, kind.Code));
            if (entries.Any(entry => entry.Participants is not null))
            {
                Add(FigureQuery.Of(FigureMeasure.Participants).With(FigureKey.Kind, kind.Code));
            }

            foreach (var channel in entries.Select(entry => entry.Channel).OfType<string>().Distinct().Order(StringComparer.Ordinal))
            {
                Add(FigureQuery.Of(FigureMeasure.Quantity).With(FigureKey.Kind, kind.Code).With(FigureKey.Channel, channel));
            }
        }

        foreach (var measure in (FigureMeasure[])[FigureMeasure.Planned, FigureMeasure.Spent, FigureMeasure.Remainder, FigureMeasure.CarriedIn, FigureMeasure.CarriedOut])
        {
            Add(FigureQuery.Of(measure));
        }

        return figures.All;

        void Add(FigureQuery query) => figures.Of(query.InSectionOf(context.Year));
    }
}
