using System.Globalization;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Understanding;
using Talka.Reporting.Figures;
using static Talka.Reporting.Narratives.Texts;

namespace Talka.Reporting.Narratives;

/// <summary>
/// Typed counts of things that the journal counts too, and counts beside the name of a channel. A number is taken for true when any figure
/// gives it: the whole, a part by kind, mode, channel, stream, series or target group, one entry, or the whole period.
/// </summary>
internal sealed class CountCheck(NarrativeDocument document, FigureContext context)
{
    private readonly Dictionary<FigureQuery, IReadOnlyList<(FigureQuery Query, decimal Value)>> _possible = [];

    public IEnumerable<Finding> Find()
    {
        var ofPassages = document.Summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage, (IEqualityComparer<Passage>)ReferenceEqualityComparer.Instance);
        foreach (var fact in document.Summary.FactsOf<CountFact>())
        {
            // A number that stands there live is the journal's own.
            if (!fact.Certain || document.HasLive(fact.Number))
            {
                continue;
            }

            if (fact.Channel is { } channel && fact.Noun is null)
            {
                if (Known(channel) is { } query && Nearest(PossibleOf(query), fact) is { } ofChannel)
                {
                    yield return Contradiction(fact, ofChannel);
                }
            }
            else if (OnItsDay(fact, ofPassages[fact.Passage]) is { } day)
            {
                if (day.Value != fact.Count && !(fact.IsApproximate && Near(day.Value, fact.Count)))
                {
                    yield return Contradiction(fact, day);
                }
            }
            else if (CountedFigures.Of(fact.Noun) is { Count: > 0 } figures && Nearest(Possible(figures, IsOnline(fact)), fact) is { } nearest)
            {
                yield return Contradiction(fact, nearest);
            }
        }
    }

    private Finding Contradiction(CountFact fact, (FigureQuery Query, decimal Value) nearest)
    {
        var (stated, expected) = (FigureText.Number(fact.Count), FigureText.Number((long)nearest.Value));
        return new("count-contradicts-journal", Severity.Warning, fact.Year, fact.Span, stated, expected, "", expected,
            T("CountContradicts", document.Quote(fact.Span), expected, FigureWords.Describe(nearest.Query, context.Data.Terms, context.Kinds)), []);
    }

    /// <summary>The closest figure when none gives the number; null when one does, or when nothing is known.</summary>
    private static (FigureQuery Query, decimal Value)? Nearest(IReadOnlyList<(FigureQuery Query, decimal Value)> possible, CountFact fact) =>
        possible.Count == 0 || possible.Any(p => p.Value == fact.Count || (fact.IsApproximate && Near(p.Value, fact.Count)))
            ? null
            : possible.MinBy(p => Math.Abs(p.Value - fact.Count));

    private static bool Near(decimal value, decimal stated) => Math.Abs(value - stated) <= value / 5;

    private static bool IsOnline(CountFact fact) => fact.Mode == CountMode.Online
        || Enumerable.Range(fact.First, fact.End - fact.First).Any(at => fact.Passage.Tokens[at].StartsWith("tiešsaist") || fact.Passage.Tokens[at].StartsWith("online"));

    /// <summary>Participants beside the only date of a passage: those of the entry of that day, when they are known.</summary>
    private (FigureQuery Query, decimal Value)? OnItsDay(CountFact fact, IEnumerable<CountFact> beside)
    {
        if (fact.Noun?.Code != CountedFigures.Participants || fact.Mode != CountMode.None || beside.Count(other => other.Noun?.Code == fact.Noun.Code) != 1
            || document.Summary.FactsOf<DateFact>().Where(date => date.Passage == fact.Passage && date.Precision == DatePrecision.Day).Take(2).ToList() is not [{ From: { } date }])
        {
            return null;
        }

        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var query = CountedFigures.Of(fact.Noun)[0].With(FigureKey.From, day).With(FigureKey.To, day);
        var result = context.Data.Evaluate(query);
        return result is { Value: { } value, Unknown: 0, Entries: [_] } ? (query, value) : null;
    }

    /// <summary>The posts of a channel that the journal knows, whatever name it goes by.</summary>
    private FigureQuery? Known(string channel)
    {
        var known = context.Data.Entries.Where(entry => entry.Kind == "post" && (context.Year is null || entry.Year == context.Year))
            .Select(entry => entry.Channel).OfType<string>()
            .FirstOrDefault(name => string.Equals(name, channel, StringComparison.OrdinalIgnoreCase) || (channel == "x" && string.Equals(name, "twitter", StringComparison.OrdinalIgnoreCase)));
        return known is null ? null : FigureQuery.Of(FigureMeasure.Quantity).With(FigureKey.Kind, "post").With(FigureKey.Channel, known);
    }

    private IReadOnlyList<(FigureQuery Query, decimal Value)> Possible(IReadOnlyList<FigureQuery> figures, bool online)
    {
        var only = figures.SelectMany(PossibleOf).ToList();
        var narrowed = online ? only.Where(p => p.Query[FigureKey.Mode] is ["online"]).ToList() : only;
        return narrowed.Count > 0 ? narrowed : only;
    }

    private IReadOnlyList<(FigureQuery Query, decimal Value)> PossibleOf(FigureQuery figure)
    {
        if (_possible.TryGetValue(figure, out var known))
        {
            return known;
        }

        var query = figure.InSectionOf(context.Year);
        var entries = FigureEvaluator.Matching(query, context.Data);
        var narrower = entries.SelectMany(entry => Narrower(query, entry)).Distinct().Take(2_000);
        return _possible[figure] = entries.Count == 0
            ? []
            : [.. narrower.Prepend(figure).Prepend(query).Select(q => (q, context.Data.Evaluate(q).Value))
                .Where(p => p.Value is > 0).Select(p => (p.q, p.Value!.Value))];
    }

    private static IEnumerable<FigureQuery> Narrower(FigureQuery query, FigureEntry entry)
    {
        var byKind = query.With(FigureKey.Kind, entry.Kind);
        yield return byKind;
        yield return query.With(FigureKey.Entry, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        foreach (var narrow in new[] { query, byKind })
        {
            if (entry.Mode is { } mode)
            {
                yield return narrow.With(FigureKey.Mode, mode.Code());
            }

            foreach (var (key, value) in new[]
            {
                (FigureKey.Channel, entry.Channel), (FigureKey.Stream, entry.Stream), (FigureKey.Series, entry.Series), (FigureKey.Target, entry.TargetGroup),
            })
            {
                if (!string.IsNullOrEmpty(value))
                {
                    yield return narrow.With(key, value);
                }
            }
        }
    }
}
