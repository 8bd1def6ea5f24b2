using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Counts.Texts;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Every year lists the same numbers and their total; one year lists them without a total.</summary>
public sealed class ListTotalMissingRule : IAuditRule
{
    private const int LeastYears = 2;
    private const int LeastCounts = 2;
    private const int MostOpening = 4;

    public IReadOnlyList<string> Codes => ["total-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var counts = summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage);
        var lists = summary.Passages.Where(passage => passage is { Section: SummarySection.Description, Year: not null, IsLabel: false } && counts[passage].Count() > LeastCounts)
            .Select(passage => (Passage: passage, Opening: Opening(passage.Tokens))).Where(list => list.Opening.Length > 0);
        foreach (var alike in lists.GroupBy(list => list.Opening, list => list.Passage))
        {
            var without = alike.Where(passage => !counts[passage].Any(fact => fact.Role == CountRole.Total)).ToList();
            if (without is [{ Year: { } year } list] && alike.Select(passage => passage.Year).Distinct().Count() == alike.Count() && alike.Count() > LeastYears)
            {
                yield return new(Codes[0], Severity.Note, year, list.Span, summary.Document.Quote(list.Span), "", "", null, T("ListTotalMissing", Ordinals.Roman(year)), []);
            }
        }
    }

    // “Publicēts:”, “Ziņas par mums:” – what the list is of.
    private static string Opening(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Take(MostOpening + 1).TakeWhile(token => token.Kind == TokenKind.Word).ToList();
        return words.Count is > 0 and <= MostOpening && tokens.Peek(words.Count).IsSign(':') ? string.Join(' ', words.Select(word => word.Text.ToUpperInvariant())) : "";
    }
}
