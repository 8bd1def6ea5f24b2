using Talka.Foundation;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Counts.Texts;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Every year lists the same numbers and their total; one year lists them without a total.</summary>
public sealed class ListTotalMissingRule : IAuditRule
{
    private const int LeastYears = 2;
    private const int LeastCounts = 2;
    private const int MostOpening = 4;
    private const char Colon = ':';

    public IReadOnlyList<string> Codes => ["total-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var ofPassages = InPassages(summary).Concat(OneBelowAnother(summary)).ToList();
        return ofPassages.Concat(InSentences(summary).Where(sentence => !ofPassages.Exists(passage => passage.Where!.Value.Contains(sentence.Where!.Value))));
    }

    // “Consultations by topic: …; in all 191 consultations” in every year but one, whatever stands before it in its paragraph.
    private IEnumerable<Finding> InSentences(ReadSummary summary)
    {
        var lists = summary.Passages.Where(passage => passage is { Section: SummarySection.Description, Year: not null, IsLabel: false }).SelectMany(NumberedList.In);
        var told = new Lazy<HashSet<(int?, long)>>(() => Told(summary));
        foreach (var alike in lists.GroupBy(list => list.Opening).Where(group => group.Count() > LeastYears && group.Select(list => list.Passage.Year).Distinct().Count() == group.Count()))
        {
            if (alike.Where(list => list.Total is null).Take(2).ToList() is [var without] && alike.All(list => ReferenceEquals(list, without) || list.Total == list.Parts.Sum()) && !IsTold(told.Value, without))
            {
                yield return Say(summary, without.Passage.Year!.Value, without.Span);
            }
        }
    }

    // Items after a colon, or rows of a table, with their total below in every year but one.
    private IEnumerable<Finding> OneBelowAnother(ReadSummary summary)
    {
        var counts = summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage);
        var lists = YearsList.OfItems(summary.Passages, at => [.. counts[summary.Passages[at]]]).Concat(YearsList.OfRows(summary.Passages)).ToList();
        var told = new Lazy<HashSet<(int?, long)>>(() => ToldInText(summary));
        foreach (var alike in lists.GroupBy(list => list.Sort).Select(group => group.ToList()))
        {
            if (alike.Count > LeastYears && alike.DistinctBy(list => list.Year).Count() == alike.Count && alike.Where(list => list.Total is null).Take(2).ToList() is [var without]
                && alike.TrueForAll(list => list.Total is null || list.Total == list.Sum)
                && alike.Skip(1).Aggregate(alike[0].Names.AsEnumerable(), (shared, list) => shared.Where(list.Names.Contains)).Any()
                && !told.Value.Contains((without.Year, without.Sum)) && !told.Value.Contains((null, without.Sum)))
            {
                yield return Say(summary, without.Year, without.Span);
            }
        }
    }

    // What the numbers come to stands elsewhere: in the next sentence, or in a table.
    private static bool IsTold(HashSet<(int? Year, long Number)> told, NumberedList list) =>
        list.Parts.Sum() is var sum && (told.Contains((list.Passage.Year, sum)) || told.Contains((null, sum)));

    // The numbers of each year's texts, and, as of no year, those of the tables.
    private static HashSet<(int? Year, long Number)> Told(ReadSummary summary) =>
        Numbers(summary.Passages.Where(passage => passage.Year is not null || passage.Block.Cell is not null), passage => passage.Block.Cell is null ? passage.Year : null);

    private static HashSet<(int? Year, long Number)> ToldInText(ReadSummary summary) => Numbers(summary.Passages, passage => passage.Year);

    private static HashSet<(int? Year, long Number)> Numbers(IEnumerable<Passage> passages, Func<Passage, int?> yearOf) =>
    [
        .. from passage in passages
           let year = yearOf(passage)
           from at in Enumerable.Range(0, passage.Tokens.Count)
           where passage.Tokens[at].Kind == TokenKind.Digits
           let number = CountGrammar.Number(passage.Tokens, at)
           where number is not null
           select (year, number.Value.Value),
    ];

    private Finding Say(ReadSummary summary, int year, Span span) => new(Codes[0], Severity.Note, year, span, summary.Document.Quote(span), "", "", null, T("ListTotalMissing", Ordinals.Roman(year)), []);

    private IEnumerable<Finding> InPassages(ReadSummary summary)
    {
        var counts = summary.FactsOf<CountFact>().ToLookup(fact => fact.Passage);
        var lists = summary.Passages.Where(passage => passage is { Section: SummarySection.Description, Year: not null, IsLabel: false } && counts[passage].Count() > LeastCounts)
            .Select(passage => (Passage: passage, Opening: Opening(passage.Tokens))).Where(list => list.Opening.Length > 0);
        foreach (var alike in lists.GroupBy(list => list.Opening, list => list.Passage))
        {
            var without = alike.Where(passage => !counts[passage].Any(fact => fact.Role == CountRole.Total)).ToList();
            if (without is [{ Year: { } year } list] && alike.Select(passage => passage.Year).Distinct().Count() == alike.Count() && alike.Count() > LeastYears
                && (alike.Key[^1] == Colon || alike.Count(other => IsSummedLike([.. counts[list]], [.. counts[other]])) >= LeastYears))
            {
                yield return Say(summary, year, list.Span);
            }
        }
    }

    // The same things, one after another, and what they come to.
    private static bool IsSummedLike(List<CountFact> list, List<CountFact> other) => other is [.., { Role: CountRole.Total } total] && other.Count == list.Count + 1
        && other.SkipLast(1).Sum(fact => fact.Count) == total.Count && list.Zip(other).All(pair => pair.First.Noun?.Code == pair.Second.Noun?.Code);

    // “Publicēts:”, “Ziņas par mums:”, “Publicēti 25 raksti, …” – what the list is of.
    private static string Opening(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Take(MostOpening + 1).TakeWhile(token => token.Kind == TokenKind.Word).ToList();
        var opening = string.Join(' ', words.Select(word => word.Text.ToUpperInvariant()));
        return words.Count is 0 or > MostOpening ? "" : tokens.Peek(words.Count).IsSign(Colon) ? opening + Colon : tokens.Peek(words.Count).Kind == TokenKind.Digits ? opening : "";
    }
}
