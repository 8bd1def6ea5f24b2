using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>A remainder that is said to go to a year whose figures do not show it: neither its plan, nor what was carried in, nor its spending or remainder.</summary>
public sealed class CarryOverRule : IAuditRule
{
    private const int LeastOfText = 8;

    public IReadOnlyList<string> Codes => ["carry-over-missing"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var budget = Budget.Of(summary);
        foreach (var left in budget.Facts.Values.Where(fact => fact is { CarriedTo: not null, Amount.Cents: > 0, Role: AmountRole.Remainder or AmountRole.CarriedOut } && IsWhole(budget, fact)))
        {
            var year = left.CarriedTo!.Value;
            if ((budget[year, AmountRole.Planned] ?? AvailableAsPlanned(budget, year)) is { } planned && budget[year, AmountRole.Spent] is { } spent && !IsShown(summary, budget, left, year, planned, spent) && !IsShownByStream(summary, budget, left, year))
            {
                var working = $"{Format.Amount(planned.Amount)} − {Format.Amount(spent.Amount)} = {Format.Amount(planned.Amount - spent.Amount)}";
                yield return new("carry-over-missing", Severity.Warning, year, left.Span, Format.Euro(left.Amount), Format.Euro(planned.Amount + left.Amount), working, null,
                    T("CarryOver", Format.Euro(left.Amount), Ordinals.Roman(year)),
                    [new(Told(summary, left), Format.Euro(left.Amount), ""), new(planned.Span, Format.Euro(planned.Amount), ""), new(spent.Span, Format.Euro(spent.Amount), "")]);
            }
        }
    }

    // “Otrajā gadā pieejami 30 000,00 euro”, as much as another year's plan: what was carried in is not among it.
    private static AmountFact? AvailableAsPlanned(Budget budget, int year) => budget.Available.GetValueOrDefault(new(year, AmountRole.Other, null)) is { } available
        && budget.Years.Any(other => other != year && budget.Amount(other, AmountRole.Planned) == available.Amount) ? available : null;

    // What one stream left is all that was carried over, where the year's total says nothing else of it.
    private static bool IsWhole(Budget budget, AmountFact left) => left.Stream is null
        || (budget[left.Year, AmountRole.Remainder] is null && budget[left.Year, AmountRole.CarriedOut] is null && budget.Streams.Count(stream => budget[left.Year, left.Role, stream] is { Amount.Cents: > 0 }) == 1);

    private static bool IsShownByStream(ReadSummary summary, Budget budget, AmountFact left, int year) => left.Stream is not { } stream
        ? budget.Streams.Any(one => budget[year, AmountRole.Planned, one] is { } plan && budget.Amount(year, AmountRole.Spent, one) is { } used && used - plan.Amount == left.Amount)
        : (budget[year, AmountRole.Planned, stream] is not { } planned || budget[year, AmountRole.Spent, stream] is not { } spent || IsShown(summary, budget, left, year, planned, spent));

    // The sentence that says where it goes; in a table the amount alone.
    private static Span Told(ReadSummary summary, AmountFact left)
    {
        var amounts = summary.FactsOf<AmountFact>().ToLookup(other => other.Passage);
        var fact = summary.FactsOf<AmountFact>().FirstOrDefault(other => other.CarriedTo == left.CarriedTo && other.Amount == left.Amount && IsText(other.Passage, amounts)) ?? left;
        if (!IsText(fact.Passage, amounts))
        {
            return fact.Span;
        }

        var tokens = fact.Passage.Tokens;
        var sentence = Sentences.At(Sentences.Of(tokens), tokens.IndexAt(fact.Span.Start));
        return Span.Between(tokens[sentence.First].Start, Math.Max(fact.Span.End, tokens[sentence.End - 1].End));
    }

    // The field of a template that is a table holds sentences; one of several amounts is told by itself.
    private static bool IsText(Passage passage, ILookup<Passage, AmountFact> amounts) => passage.Block.Cell is null || (passage.Tokens.Count >= LeastOfText
        && FullSentences.IsEnd(passage.Tokens, passage.Tokens.Count - 1) && amounts[passage].Count() == 1);

    // What one stream left, beside its plan: “vasaras skola (18 000,00 un pārnesums 8 520,00)”; the rest went elsewhere.
    private static bool IsSomeOf(Budget budget, AmountFact fact, AmountFact left) => fact.Role is AmountRole.CarriedIn or AmountRole.CarriedOut && fact.Amount < left.Amount
        && budget.Streams.Any(stream => budget.Amount(left.Year, AmountRole.Remainder, stream) == fact.Amount);

    private static bool IsShown(ReadSummary summary, Budget budget, AmountFact left, int year, AmountFact planned, AmountFact spent)
    {
        // What that year left in its turn may be told as what it gave on, or back
        var remainder = budget.Amount(year, AmountRole.Remainder, planned.Stream)
            ?? budget.Amount(year, AmountRole.CarriedOut, planned.Stream) ?? budget.Amount(year, AmountRole.Returned, planned.Stream) ?? Money.Zero;
        // “0,00” among what was carried in, and a remainder that is reckoned without it.
        if (budget[year, AmountRole.CarriedIn, planned.Stream] is { Amount.Cents: 0 } && spent.Amount + remainder == planned.Amount
            && (budget[year, AmountRole.Remainder, planned.Stream] ?? budget[year, AmountRole.CarriedOut, planned.Stream]) is not null)
        {
            return false;
        }

        if (budget[year, AmountRole.CarriedIn, planned.Stream] is not null || spent.Amount > planned.Amount || spent.Amount + remainder == planned.Amount + left.Amount)
        {
            return true;
        }

        // “Ar pārcelto kopā 18 587,65 eiro”
        if (budget.Available.GetValueOrDefault(new(year, AmountRole.Other, planned.Stream)) is { } available && available.Amount == planned.Amount + left.Amount)
        {
            return true;
        }

        // Any amount of that size in that year tells of it, also one that was not understood.
        if (summary.FactsOf<AmountFact>().Any(fact => fact.Year == year && !ReferenceEquals(fact, left) && (fact.Amount == left.Amount || IsSomeOf(budget, fact, left))))
        {
            return true;
        }

        // The plan may have been raised by it: not when another year has the same plan, or when it would be odder without.
        var others = budget.Years.Where(other => other != year).Select(other => budget.Amount(other, AmountRole.Planned, planned.Stream)).ToArray();
        var without = planned.Amount - left.Amount;
        return others.Contains(without)
            || (!others.Contains(planned.Amount) && without.Cents > 0 && BudgetRepairs.Roundness(without) >= BudgetRepairs.Roundness(planned.Amount));
    }
}
