using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Understanding;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Typed amounts that the text calls planned, spent, left or carried and that are nearly a figure of the budget. One that is further off is
/// most likely of something that no figure gives: a room, a lecture, a part of a stream.
/// </summary>
internal sealed class AmountCheck(NarrativeDocument document, FigureContext context)
{
    // In parts of the figure.
    private const decimal Near = 0.05m;

    private static readonly Dictionary<AmountRole, FigureMeasure> Measures = new()
    {
        [AmountRole.Planned] = FigureMeasure.Planned,
        [AmountRole.Spent] = FigureMeasure.Spent,
        [AmountRole.Remainder] = FigureMeasure.Remainder,
        [AmountRole.CarriedIn] = FigureMeasure.CarriedIn,
        [AmountRole.CarriedOut] = FigureMeasure.CarriedOut,
        [AmountRole.Returned] = FigureMeasure.Returned,
        [AmountRole.Ineligible] = FigureMeasure.Ineligible,
        [AmountRole.Recovered] = FigureMeasure.Recovered,
        [AmountRole.Unrecovered] = FigureMeasure.Unrecovered,
    };

    public IEnumerable<Finding> Find()
    {
        var facts = document.Summary.FactsOf<AmountFact>().Where(fact => fact.Certain && Measures.ContainsKey(fact.Role) && !document.HasLive(fact.Span)).ToList();
        if (facts.Count == 0)
        {
            yield break;
        }

        var figures = Measures.Values.SelectMany(Figures).ToList();
        foreach (var fact in facts.Where(fact => !figures.Exists(figure => figure.Value == fact.Amount)))
        {
            var nearest = figures.Where(figure => figure.Query.Measure == Measures[fact.Role]).MinBy(figure => Apart(figure.Value, fact.Amount));
            if (Apart(nearest.Value, fact.Amount) <= nearest.Value.Cents * Near)
            {
                var (stated, expected) = (Format.Euro(fact.Amount), Format.Euro(nearest.Value));
                yield return new("amount-contradicts-journal", Severity.Warning, fact.Year, fact.Span, stated, expected, "", expected,
                    T("AmountContradicts", document.Quote(fact.Span), expected, FigureWords.Describe(nearest.Query, context.Data.Terms, context.Kinds)), []);
            }
        }
    }

    // Of the section's year and of the whole period, all streams together and each.
    private IEnumerable<(FigureQuery Query, Money Value)> Figures(FigureMeasure measure)
    {
        var all = FigureQuery.Of(measure);
        return new[] { all.InSectionOf(context.Year), all }.Distinct()
            .SelectMany(query => context.Data.Terms.Streams.Select(stream => query.With(FigureKey.Stream, stream.Code)).Prepend(query))
            .Select(query => (query, context.Data.Evaluate(query).Money));
    }

    private static long Apart(Money one, Money other) => Math.Abs(one.Cents - other.Cents);
}
