using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// The year of amounts beside which none is named, in a paragraph that tells of several: that which their sentence names later, <c>Atmaksājām 154,00 euro, jo pirmajā gadā …</c>,
/// else that of the sentence before, <c>Otrajā gadā plānoti 18 000,00 euro. Neizlietoti palika 620,00 euro.</c>
/// </summary>
internal static class SentenceYears
{
    /// <summary>More are no paragraph of people.</summary>
    public const int MostClauses = 400;

    /// <param name="found">The amounts of a passage, in order.</param>
    public static void Settle(List<RawAmount> found, IReadOnlyList<AmountClause> clauses, Passage passage)
    {
        if (passage is not { Section: SummarySection.Budget, Block.Cell: null } || clauses.Count > MostClauses)
        {
            return;
        }

        DoubtParts(found, clauses);
        if (!found.Exists(IsOpen))
        {
            return;
        }

        foreach (var sentence in clauses.GroupBy(clause => clause.Sentence))
        {
            var (from, end) = (sentence.First().First, sentence.Last().End);
            var open = found.FindAll(amount => IsOpen(amount) && amount.Money.First >= from && amount.Money.First < end);
            if (open.Count == 0 || sentence.Any(IsOfSeveral))
            {
                continue;
            }

            var own = sentence.SelectMany(clause => clause.Years).ToList();
            if (own.Select(year => year.Ordinal).Distinct().Count() == 1 && sentence.Any(clause => clause.YearOrNull is not null)
                && own.TrueForAll(year => ClauseWords.IsWhen(sentence.First().Tokens, year.At + year.Length)))
            {
                open.FindAll(amount => amount.Money.First < own[0].At).ForEach(amount => Place(amount, own[0].Ordinal, found, passage));
            }
            else if (own.Count == 0 && Before(clauses, sentence.Key) is { } year)
            {
                if (open is [var part] && TotalOf(part, found, end) is { } total)
                {
                    total.Year = year;
                    continue;
                }

                open.ForEach(amount => Place(amount, year, found, passage));
            }
        }
    }

    /// <summary>The year that the sentences before told of last, and it alone.</summary>
    public static int? Before(IReadOnlyList<AmountClause> clauses, int sentence)
    {
        for (var at = clauses.Count - 1; at >= 0; at--)
        {
            if (clauses[at].Sentence >= sentence)
            {
                continue;
            }

            if (IsOfSeveral(clauses[at]))
            {
                return null;
            }

            if (clauses[at].Years.Count > 0)
            {
                var told = clauses[at].Sentence;
                return clauses[at].YearOrNull is { } year && clauses.All(clause => clause.Sentence != told || clause.Years.All(other => other.Ordinal == year
                    && IsSubject(clause.Tokens, other.At + other.Length))) ? year : null;
            }
        }

        return null;
    }

    // “otrajā gadā”, “pirmā gada budžets”, and not “ar 2. gada atlikumu”
    private static bool IsSubject(IReadOnlyList<Token> tokens, int end) => ClauseWords.IsWhen(tokens, end) || BudgetHeaders.Role([tokens.Peek(end)]) == BudgetWord.Planned;

    private static bool IsOpen(RawAmount amount) => amount is { Year: null, IsWhole: false, IsTotal: false, IsOfEachYear: false, Whole: null };

    // “Nodarbībām izlietojām visu, izrādēm tikai 3 850,00 euro, kopā 13 650,00 euro.”: what stands before the year's total in its sentence, and is told of something, is some of it.
    private static void DoubtParts(List<RawAmount> found, IReadOnlyList<AmountClause> clauses)
    {
        foreach (var part in found.Where(amount => amount is { Role: BudgetWord.Spent, IsWhole: false, Whole: null } && (amount.IsTotal || amount is { NamesStream: false, Stream.Count: > 0 })))
        {
            var sentence = clauses.Last(clause => clause.First <= part.Money.First).Sentence;
            if (TotalOf(part, found, clauses.Last(clause => clause.Sentence == sentence).End) is { } total)
            {
                (part.IsCertain, total.Year) = (false, total.Year ?? part.Year);
            }
        }
    }

    private static RawAmount? TotalOf(RawAmount part, List<RawAmount> found, int end) =>
        found.Find(amount => amount.Money.First > part.Money.First && amount.Money.First < end && (amount.Year is null || amount.Year == part.Year) && amount.Role == part.Role && amount.Money.Amount > part.Money.Amount
            && amount is { Role: BudgetWord.Planned or BudgetWord.Spent, IsWhole: false, IsTotal: true, IsOfEachYear: false, Whole: null } && CountWords.IsTotalWord(amount.Passage.Tokens, amount.Money.First - 1));

    private static bool IsOfSeveral(AmountClause clause) => clause.Ranges.Count > 0 || clause.Words.Any(word => word.Word == BudgetWord.WholePeriod);

    // What the year has already is told of something else: it is of no year that is known.
    private static void Place(RawAmount amount, int year, List<RawAmount> found, Passage passage)
    {
        var isTold = found.Exists(other => other.Year == year && other.Role == amount.Role && other.Whole is null);
        if (!isTold && amount.Role is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder or BudgetWord.Returned)
        {
            amount.Year = year;
        }
        else if (passage.Year is { } first && first != year)
        {
            amount.IsCertain = false;
        }
    }
}
