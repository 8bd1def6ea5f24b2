using Talka.Foundation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>A plan that is said to be the same in every year, and the one year whose plan is another: <c>The grant was the same in each of the three years.</c></summary>
internal static class SamePlans
{
    private const int LeastYears = 3;

    private static readonly Stems Same = ["same", "equal", "identical", "unchanged", "vienād", "nemainīg", "nemainīj", "identisk"];

    private static readonly Stems Granted = ["grant", "plan", "fund", "allocat", "budget", "subsid", "amount", "piešķīr", "plān", "finansējum", "budžet", "dotācij", "summ"];

    private static readonly string[] Denied = ["not", "nav", "nebija", "but", "bet", "except", "izņemot", "almost", "nearly", "gandrīz", "stream", "virzienos"];

    /// <summary>The relations that do not hold between the one year and each of the others.</summary>
    public static IEnumerable<BudgetRelation> Of(ReadSummary summary, Budget budget)
    {
        var plans = budget.Years.Select(year => budget[year, AmountRole.Planned]).OfType<AmountFact>().ToList();
        if (plans.Count < LeastYears || plans.GroupBy(plan => plan.Amount).OrderBy(group => group.Count()).ToList() is not [var one, var others]
            || one.Count() > 1 || !IsSaid(summary))
        {
            return [];
        }

        var odd = one.First();
        var difference = odd.Amount > others.Key ? odd.Amount - others.Key : others.Key - odd.Amount;
        return IsToldOf(summary, budget, odd, difference) ? [] : others
            .Select(other => new BudgetRelation(RelationKind.SamePlan, odd.Year, AmountRole.Planned, null, [new(other, 1)], odd, []));
    }

    // What an earlier year left, or anything else of that size, may have come to the plan.
    private static bool IsToldOf(ReadSummary summary, Budget budget, AmountFact odd, Money difference) =>
        budget.Years.Any(year => year < odd.Year && BudgetRelations.Unspent(budget, year, null) == difference)
        || summary.FactsOf<AmountFact>().Any(fact => fact.Amount == difference);

    private static bool IsSaid(ReadSummary summary) => summary.Passages.Any(passage => passage is { IsLabel: false, Section: SummarySection.Budget or SummarySection.None }
        && Sentences.Of(passage.Tokens).Any(sentence => IsSaid(passage.Tokens, sentence)));

    private static bool IsSaid(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var (same, granted, years) = (false, false, false);
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (tokens[at].Is(Denied) || tokens[at].Kind == TokenKind.Digits)
            {
                return false;
            }

            same |= tokens[at].StartsWith(Same) || (tokens[at].Is("tāds", "tāda", "tikpat") && tokens.Peek(at + 1).Is("pats", "pati", "liels", "liela"));
            granted |= tokens[at].StartsWith(Granted);
            years |= BudgetWords.At(tokens, at).Word == BudgetWord.WholePeriod
                || (tokens[at].Is("each", "every", "katrā", "katru", "katram", "ik") && (tokens.Peek(at + 1).Is("year") || tokens.Peek(at + 1).StartsWith("gad")))
                || (tokens[at].Is("each") && tokens.Peek(at + 1).Is("of"));
        }

        return same && granted && years;
    }
}
