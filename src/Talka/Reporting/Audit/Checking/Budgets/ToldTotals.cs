using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Amounts that a sentence of the budget tells one after another, and then what they come to: <c>Used: 11,812.45 for mentors and 6,400.00 for lodging, altogether 18,212.45</c>.</summary>
internal static class ToldTotals
{
    private const int LeastParts = 2;
    private const int MostToTotal = 4;
    private const int MostParts = 12;

    public static IEnumerable<BudgetRelation> Of(ReadSummary summary, IReadOnlyList<BudgetRelation> known)
    {
        foreach (var passage in summary.FactsOf<AmountFact>().Where(fact => fact is { Passage: { Section: SummarySection.Budget, Block.Cell: null } }).GroupBy(fact => fact.Passage))
        {
            List<AmountFact> facts = [.. passage.OrderBy(fact => fact.Span.Start).DistinctBy(fact => fact.Span.Start)];
            var sentences = FullSentences.Of(passage.Key.Tokens);
            for (var at = LeastParts; at < facts.Count; at++)
            {
                if (IsTotal(passage.Key.Tokens, facts[at]) && Parts(passage.Key.Tokens, sentences, facts, at) is { Count: >= LeastParts } parts && Judge(facts[at], parts) && !known.Any(relation => ReferenceEquals(relation.Result, facts[at])))
                {
                    yield return new(RelationKind.Streams, facts[at].Year, facts[at].Role, null, [.. parts.Select(part => new Term(part, 1))], facts[at], []);
                }
            }
        }
    }

    // Off by a slip: else the total may be of more than what stands beside it.
    private static bool Judge(AmountFact total, List<AmountFact> parts) => parts.TrueForAll(part => part.Certain && part.Amount < total.Amount) && total.Certain
        && !Enumerable.Range(0, parts.Count - 1).Any(skipped => parts.Skip(skipped).Sum(part => part.Amount.Cents) == total.Amount.Cents)
        && !MisreadParts.Are(total.Amount, [.. parts.Select(part => part.Amount)]) && Slips.Is(total.Amount.Cents, [.. parts.Select(part => part.Amount.Cents)]);

    private static bool IsTotal(IReadOnlyList<Token> tokens, AmountFact fact)
    {
        var first = tokens.IndexAt(fact.Span.Start);
        return Enumerable.Range(1, MostToTotal).TakeWhile(back => tokens.Peek(first - back).Kind == TokenKind.Word).Any(back => CountWords.IsTotalWord(tokens, first - back) || (tokens.Peek(first - back).Is("all") && tokens.Peek(first - back - 1).Is("in")));
    }

    // Back to what says that something else is told.
    private static List<AmountFact> Parts(IReadOnlyList<Token> tokens, int[] sentences, List<AmountFact> facts, int total)
    {
        var parts = new List<AmountFact>();
        for (var at = total - 1; at >= 0 && parts.Count < MostParts; at--)
        {
            var (from, until) = (tokens.IndexAt(facts[at].Span.End), tokens.IndexAt(facts[at + 1].Span.Start));
            if (sentences[tokens.IndexAt(facts[at].Span.Start)] != sentences[until] || Enumerable.Range(from, until - from).Any(between => tokens[between].IsSign(':') || tokens[between].IsSign(';') || tokens[between].IsSign('(') || BudgetWords.IsRole(BudgetWords.At(tokens, between).Word)))
            {
                break;
            }

            parts.Insert(0, facts[at]);
        }

        return parts;
    }
}
