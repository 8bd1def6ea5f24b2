using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Sums.Texts;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Every year lists the same numbers and their total; one year lists them without a total.</summary>
public sealed class ListTotalMissingRule : IAuditRule
{
    private const int LeastYears = 3;

    public IReadOnlyList<string> Codes => ["total-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var counts = summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage);
        IReadOnlyList<CountFact> CountsOf(int at) => [.. counts[summary.Passages[at]]];
        var lists = YearsList.OfPassages(summary.Passages, CountsOf).Concat(YearsList.OfItems(summary.Passages, CountsOf))
            .Concat(YearsList.OfRows(summary.Passages))
            .Concat(NumberedSentences.Of(summary.Passages));
        var found = new List<Span>();
        var told = new Lazy<HashSet<(int? Year, long Number)>>(() => Told(summary));
        foreach (var alike in lists.GroupBy(list => list.Sort).Select(group => group.ToList()).Where(alike => alike.Count >= LeastYears))
        {
            if (alike.DistinctBy(list => list.Year).Count() == alike.Count && alike.FindAll(list => list.Total is null) is [var without]
                && alike.TrueForAll(list => list.Total is null || list.Total == list.Sum)
                && alike.Skip(1).Aggregate(alike[0].Names.AsEnumerable(), (shared, list) => shared.Where(list.Names.Contains)).Any()
                && !told.Value.Contains((without.Year, without.Sum)) && !told.Value.Contains((null, without.Sum))
                && !found.Exists(span => span.Contains(without.Span)))
            {
                found.Add(without.Span);
                yield return new(Codes[0], Severity.Note, without.Year, without.Span, summary.Document.Quote(without.Span), "", "", null,
                    T("ListTotalMissing", Ordinals.Roman(without.Year)), []);
            }
        }
    }

    // The numbers of each year's texts, and, as of no year, those that stand in no year or in a table: what a list comes to may be told there.
    private static HashSet<(int? Year, long Number)> Told(ReadSummary summary) =>
    [
        .. from passage in summary.Passages
           from at in Enumerable.Range(0, passage.Tokens.Count)
           where passage.Tokens[at].Kind == TokenKind.Digits
           let number = CountGrammar.Number(passage.Tokens, at)
           where number is not null
           select (passage.Block.Cell is null ? passage.Year : null, number.Value.Value),
    ];
}
