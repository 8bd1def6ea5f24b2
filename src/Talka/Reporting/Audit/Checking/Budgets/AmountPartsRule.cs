using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>Parts of an amount in running text that do not add up to it, and sums that are written out wrongly. The budget's own parts are <see cref="BudgetRule"/>'s.</summary>
public sealed class AmountPartsRule : IAuditRule
{
    private const int MostBetween = 30;
    private const int MostToEach = 3;

    private static readonly string[] Each = ["each", "every", "katrā", "katram", "katru"];

    public IReadOnlyList<string> Codes => ["sum-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary) => Believed(summary).Where(divided => !divided.IsOfBudget).Select(Of)
        .Concat(summary.Passages.SelectMany(Equations));

    /// <summary>What a year had or spent, and parts without the names of streams that do not come to it: told together with the rest of the budget.</summary>
    internal static IEnumerable<BudgetRelation> OfBudget(ReadSummary summary, IReadOnlyList<BudgetRelation> known) => Believed(summary)
        .Where(divided => divided.IsOfBudget && !known.Any(relation => relation.Kind == RelationKind.Streams && ReferenceEquals(relation.Result, divided.Whole)))
        .Select(divided => new BudgetRelation(RelationKind.Streams, divided.Whole.IsWhole ? null : divided.Whole.Year, divided.Whole.Role, null,
            [.. divided.Parts.Select(part => new Term(part, 1))], divided.Whole, []));

    private static IEnumerable<Finding> Equations(Passage passage)
    {
        for (var at = 0; at < passage.Tokens.Count; at++)
        {
            if (passage.Tokens[at].Kind != TokenKind.Digits && !MoneyGrammar.IsUnit(passage.Tokens, at) || MoneyEquation.Read(passage.Tokens, at, bare: true) is not { } equation)
            {
                continue;
            }

            at = equation.Next - 1;
            if (equation.Computed != equation.Result.Amount && equation.Result.Certain && equation.Terms.All(term => term.Amount.Certain))
            {
                var terms = string.Concat(equation.Terms.Select((term, index) => (index == 0 ? "" : term.Sign > 0 ? " + " : " − ") + Format.Amount(term.Amount.Amount)));
                var working = $"{terms} = {Format.Amount(equation.Computed)} ≠ {Format.Amount(equation.Result.Amount)}";
                yield return new("sum-mismatch", Severity.Error, passage.Year, equation.Result.Span, Format.Euro(equation.Result.Amount), Format.Euro(equation.Computed), working, null, T("Parts", Format.Euro(equation.Result.Amount)),
                    [.. equation.Terms.Select(term => new FindingMember(term.Amount.Span, Format.Euro(term.Amount.Amount), "")), new FindingMember(equation.Result.Span, Format.Euro(equation.Result.Amount), Format.Euro(equation.Computed))]);
            }
        }
    }

    // “56 100,00 euro (48 000,00, papildu 6 000,00 un pārnestie 2 100,00)”: with what is there under another name the bracket is right.
    private static Money? AllInBracket(AmountFact whole)
    {
        var tokens = whole.Passage.Tokens;
        var at = tokens.IndexAt(whole.Span.End);
        at = MoneyGrammar.IsUnit(tokens, at) ? at + 1 : at;
        if (!tokens.Peek(at).IsSign('('))
        {
            return null;
        }

        var sum = Money.Zero;
        for (var depth = 1; ++at < tokens.Count && depth > 0;)
        {
            depth += tokens[at].IsSign('(') ? 1 : tokens[at].IsSign(')') ? -1 : 0;
            if (depth == 1 && MoneyGrammar.Read(tokens, at, bare: true) is { } money)
            {
                sum += money.Amount;
                at = money.Next - 1;
            }
        }

        return sum;
    }

    // Lines of a table that were written as text have nothing between them.
    private static bool AreJoined(AmountFact one, AmountFact other) => !ReferenceEquals(one.Passage, other.Passage)
        || Enumerable.Range(one.Passage.Tokens.IndexAt(one.Span.End), MostBetween).Select(at => one.Passage.Tokens.Peek(at)).TakeWhile(token => token.Start < other.Span.Start).Any(token => token.Is("un", "and", "plus", "bet") || (token.Kind == TokenKind.Sign && !token.IsDash));

    // “31 200,00 euro, t.sk.” and its two parts, and below them “28 912,64 euro, t.sk.” with its own.
    private static bool AreFollowedByAnother(AmountFact whole, AmountFact[] parts)
    {
        var sum = Money.Zero;
        for (var at = 0; at + 1 < parts.Length; at++)
        {
            sum += parts[at].Amount;
            var next = parts[at + 1];
            if (at > 0 && sum == whole.Amount && !ReferenceEquals(next.Passage, parts[at].Passage)
                && next.Passage.Tokens.Index().Any(token => token.Item.Start >= next.Span.End && BudgetWords.At(next.Passage.Tokens, token.Index).Word == BudgetWord.Parts))
            {
                return true;
            }
        }

        return false;
    }

    // Several wholes that differ from their parts, and not one that does not: what is a part of them was not understood.
    private static List<Divided> Believed(ReadSummary summary)
    {
        var all = Parts(summary).ToList();
        var wrong = all.FindAll(divided => !divided.IsRight);
        return wrong.Count > 1 && wrong.Count == all.Count ? [] : wrong;
    }

    private static Finding Of(Divided divided)
    {
        var (whole, sum) = (divided.Whole, divided.Parts.Sum(part => part.Amount));
        var working = $"{string.Join(" + ", divided.Parts.Select(part => Format.Amount(part.Amount)))} = {Format.Amount(sum)} ≠ {Format.Amount(whole.Amount)}";
        return new("sum-mismatch", Severity.Error, whole.Year, whole.Span, Format.Euro(whole.Amount), Format.Euro(sum), working, null, T("Parts", Format.Euro(whole.Amount)),
            [.. divided.Parts.Prepend(whole).Select(fact => new FindingMember(fact.Span, Format.Euro(fact.Amount), ReferenceEquals(fact, whole) ? Format.Euro(sum) : ""))]);
    }

    private sealed record Divided(AmountFact Whole, AmountFact[] Parts, bool IsRight, bool IsOfBudget);

    // “42 000,00 in each of the first three years”
    private static bool IsOfEach(AmountFact part) => part.Passage.Tokens.IndexAt(part.Span.End) is var end
        && part.Passage.Tokens.AnyIn(end, end + MostToEach, Each);

    // “tālruņa konsultācijas 1 412,75 (plānots 1 500,00)”, and below it lines of the same list that were not read as parts.
    private static bool GoesOn(AmountFact last, Dictionary<Passage, Passage> following, ILookup<Passage, AmountFact> amounts) => last.Passage.Block.Kind == BlockKind.ListItem
        && following.GetValueOrDefault(last.Passage) is { Block.Kind: BlockKind.ListItem } next && next.Block.Cell == last.Passage.Block.Cell
        && amounts[next].Any(fact => fact.PartOf is null && fact.Role == last.Role);

    // “(a) 650,00 no tīkla uz mācībām” and below it “(b) ieskaitot 511,86 …”: of what each note stands at.
    private static bool IsIncluded(AmountFact part) => part.Passage.Tokens.Peek(part.Passage.Tokens.IndexAt(part.Span.Start) - 1).Is("ieskaitot", "including");

    // One for each whole.
    private static IEnumerable<Divided> Parts(ReadSummary summary)
    {
        var budget = Budget.Of(summary).Facts.Values.ToHashSet();
        var amounts = summary.FactsOf<AmountFact>().ToLookup<AmountFact, Passage>(fact => fact.Passage, ReferenceEqualityComparer.Instance);
        var following = summary.Passages.Zip(summary.Passages.Skip(1)).ToDictionary<(Passage First, Passage Second), Passage, Passage>(pair => pair.First, pair => pair.Second, ReferenceEqualityComparer.Instance);
        var wholes = summary.FactsOf<AmountFact>().GroupBy(fact => fact.Span.Start).ToDictionary(group => group.Key, group => group.First());
        foreach (var parts in summary.FactsOf<AmountFact>().Where(fact => fact.PartOf is not null).GroupBy(fact => fact.PartOf!.Value.Start))
        {
            var all = parts.ToArray();
            if (!wholes.TryGetValue(parts.Key, out var whole) || all.Any(IsOfEach) || (budget.Contains(whole) && all.All(budget.Contains)) || all.Any(part => part.Passage.Block.Cell != whole.Passage.Block.Cell))
            {
                continue;
            }

            if (all.All(part => !ReferenceEquals(part.Passage, whole.Passage) && IsIncluded(part)) || GoesOn(all[^1], following, amounts))
            {
                continue;
            }

            // What is told beside an amount that it is itself a part of: “682,85 euro carried over (18 000,00 + 682,85)”.
            if (all.Any(part => part.Amount >= whole.Amount) && !all.All(part => part.Amount == Money.Zero))
            {
                continue;
            }

            // “… 3 954,00 euro, tostarp 1 210,00 euro skatuvei”, and on other lines what is no part of that.
            if ((all.Any(part => ReferenceEquals(part.Passage, whole.Passage)) && !all.All(part => ReferenceEquals(part.Passage, whole.Passage))) || !all.Zip(all.Skip(1)).All(pair => AreJoined(pair.First, pair.Second)))
            {
                continue;
            }

            var sum = all.Sum(part => part.Amount);
            if (AllInBracket(whole) == whole.Amount)
            {
                continue;
            }

            var isOfBudget = whole.Role is AmountRole.Planned or AmountRole.Spent && budget.Contains(whole);
            var exhaustive = all.Length >= 2 && all.All(part => part.IsExhaustive);
            if (all.Length >= 2 && (sum == whole.Amount || AreFollowedByAnother(whole, all)))
            {
                yield return new(whole, all, IsRight: true, isOfBudget);
            }
            else if ((exhaustive && sum != whole.Amount) || (all.Length >= 2 && sum > whole.Amount))
            {
                yield return new(whole, all, IsRight: false, isOfBudget);
            }
        }
    }
}
