using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// What several amounts of one sentence come to, told behind them: <c>Klubs izlietoja 8 760,00 euro, nometne – 7 000,00 euro, kopā 15 760,00 euro</c>. It is of the year
/// that they are of, and not of all years.
/// </summary>
internal static class ListTotals
{
    private const int LeastParts = 2;
    private const int MostToTotal = 4;

    /// <param name="found">The amounts of a passage, in order.</param>
    public static void Settle(List<RawAmount> found, IReadOnlyList<AmountClause> clauses, Passage passage)
    {
        if (passage is not { Section: SummarySection.Budget, Block.Cell: null } || clauses.Count > SentenceYears.MostClauses)
        {
            return;
        }

        for (var at = LeastParts; at < found.Count; at++)
        {
            if (found[at] is { Role: BudgetWord.Planned or BudgetWord.Spent, Whole: null, Year: null } of && IsTotal(of, clauses, out var own)
                && OfSum(found, clauses, at, own) is { } sumYear)
            {
                (of.Year, of.IsTotal, of.IsWhole) = (sumYear, false, false);
            }

            if (found[at] is { Role: BudgetWord.Planned or BudgetWord.Spent, Whole: null } total && IsTotal(total, clauses, out var clause)
                && Parts(found, clauses, at, clause) is { Count: >= LeastParts } parts
                && Year(clauses, clause, parts[0]) is { } year && (!total.NamesYear || total.Year == year))
            {
                (total.Year, total.IsTotal, total.IsWhole) = (year, false, false);
                foreach (var part in parts)
                {
                    (part.Whole, part.IsExhaustive, part.Year) = (total, true, year);
                }
            }
        }
    }

    // What stands before it in its sentence, whatever it is, comes to it: “13 900,00 euro samaksāti pasniedzējiem, 3 480,00 euro – par telpām; kopā izlietoti 17 380,00 euro”.
    private static int? OfSum(List<RawAmount> found, IReadOnlyList<AmountClause> clauses, int total, AmountClause last)
    {
        var parts = found.Take(total).Where(amount => amount.Money.First >= clauses.First(clause => clause.Sentence == last.Sentence).First).ToList();
        var year = parts.Count > 0 ? parts[0].Year ?? SentenceYears.Before(clauses, last.Sentence) : null;
        return parts.Count >= LeastParts && parts.TrueForAll(part => part is { IsWhole: false, IsTotal: false } && part.Year == parts[0].Year)
            && parts.Sum(part => part.Money.Amount.Cents) == found[total].Money.Amount.Cents ? year : null;
    }

    private static bool IsTotal(RawAmount amount, IReadOnlyList<AmountClause> clauses, out AmountClause clause)
    {
        var first = amount.Money.First;
        var isNear = Enumerable.Range(first - MostToTotal, MostToTotal).Any(at => BudgetWords.At(amount.Passage.Tokens, at).Word == BudgetWord.Total);
        clause = (isNear ? Of(amount, clauses) : null)!;
        return clause is { Depth: 0 } && clause.Words.Any(word => word.Word == BudgetWord.Total && word.At < first && first - word.At <= MostToTotal)
            && !clause.Words.Any(word => word.Word is BudgetWord.WholePeriod or BudgetWord.Aside) && !clause.Amounts.Any(other => other.First < first);
    }

    private static List<RawAmount> Parts(List<RawAmount> found, IReadOnlyList<AmountClause> clauses, int total, AmountClause last)
    {
        var (parts, begins) = (new List<RawAmount>(), false);
        for (var at = total - 1; at >= 0 && !begins; at--)
        {
            if (found[at] is not { Whole: null, IsTotal: false, IsWhole: false, IsCertain: true, NamesStream: false } part || part.Role != found[total].Role
                || Of(part, clauses) is not { Depth: 0 } clause || clause.Sentence != last.Sentence || (parts.Count > 0 && part.Year != parts[0].Year)
                || IsSetOff(part, at + 1 == total ? found[total] : parts[0]))
            {
                break;
            }

            parts.Insert(0, part);
            // With the word that says what they are the list begins.
            begins = clause.Roles.Any(role => role.At < part.Money.First && !clause.Amounts.Any(other => other.First > role.At && other.First < part.Money.First));
        }

        var tokens = last.Tokens;
        return begins && parts.Count >= LeastParts && (parts.TrueForAll(part => part.Stream.Count > 0) || Enumerable.Range(parts[0].Money.First - MostToTotal, MostToTotal)
            .Any(at => tokens.Peek(at).Is("attiecīgi", "respectively"))) ? parts : [];
    }

    private static bool IsSetOff(RawAmount one, RawAmount next) => Enumerable.Range(one.Money.Next, next.Money.First - one.Money.Next)
        .Any(at => one.Passage.Tokens[at].IsSign(';') || one.Passage.Tokens[at].IsSign(':') || one.Passage.Tokens[at].IsSign('('));

    // That of the parts, or the one that the sentences before told of.
    private static int? Year(IReadOnlyList<AmountClause> clauses, AmountClause clause, RawAmount part) => part.Year
        ?? SentenceYears.Before(clauses, clause.Sentence);

    private static AmountClause? Of(RawAmount amount, IReadOnlyList<AmountClause> clauses) =>
        clauses.FirstOrDefault(clause => clause.First <= amount.Money.First && amount.Money.First < clause.End);
}
