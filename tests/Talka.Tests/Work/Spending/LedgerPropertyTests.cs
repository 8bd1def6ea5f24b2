using CsCheck;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Tests.Mandates;

namespace Talka.Tests.Work.Spending;

/// <summary>Random acts, each taken only when the rules let it: whatever the order, the money adds up.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly MandateTerms Terms = new()
    {
        Slug = "sample",
        Kind = ContractKind.Participation,
        Title = "Paraugs",
        Task = "Paraugs",
        Implementer = Samples.Mandate.Implementer,
        From = Samples.Mandate.From,
        To = Samples.Mandate.To,
        Years = TermsRules.DefaultYears(Samples.Mandate.From, Samples.Mandate.To),
        Streams = Samples.Mandate.Streams,
        Plan = [new(1, Samples.Civic, new(1_000)), new(1, Samples.Minorities, new(500)), new(2, Samples.Civic, new(800)), new(3, Samples.Minorities, new(300))],
        Indicators = [],
    };

    private static readonly Gen<MoneyMovement> Act = Gen.Select(
        Gen.Int[0, Kinds.Money.Count - 1].Select(i => Kinds.Money[i]), Gen.Int[1, 3], Gen.Bool.Select(first => first ? Samples.Civic : Samples.Minorities), Gen.Long[1, 700], Gen.Int[1, 3], Gen.Long[1, 12],
        (kind, year, stream, cents, to, concerns) => new MoneyMovement(
            0, kind, year, stream, new Money(cents), kind == Kinds.CarryOver ? to : null, kind is Kinds.Ineligible or Kinds.Recovery ? concerns : null));

    [Fact]
    public void LedgerRules_RandomActs_NeverBreakAnInvariant() => Act.List[0, 40].Sample(acts =>
    {
        var accepted = new List<MoneyMovement>();
        foreach (var act in acts)
        {
            var next = act with { Sequence = accepted.Count + 1 };
            if (Terms.CheckMoney([.. accepted, next]).Count == 0)
            {
                accepted.Add(next);
            }
        }

        return Holds(accepted);
    });

    [Fact]
    public void LedgerRules_VoidingAtRandom_IsRefusedOrKeepsEveryInvariant() => Gen.Select(Act.List[0, 40], Gen.Int[0, 39]).Sample((acts, voided) =>
    {
        var accepted = new List<MoneyMovement>();
        foreach (var act in acts)
        {
            var next = act with { Sequence = accepted.Count + 1 };
            if (Terms.CheckMoney([.. accepted, next]).Count == 0)
            {
                accepted.Add(next);
            }
        }

        var after = accepted.Where(m => m.Sequence != voided).ToList();
        return Terms.CheckMoney(after).Count > 0 || Holds(after);
    });

    [Fact]
    public void LedgerRules_MessagesInBothLanguages_CarryTheNumbers()
    {
        MoneyMovement[] overspent = [new(1, Kinds.Expense, 2, Samples.Civic, new Money(801), null, null)];
        using (Languages.Use(Languages.Latvian))
        {
            Assert.Contains("pietrūktu 0,01\u00A0euro", Terms.CheckMoney(overspent).Single().Message, StringComparison.Ordinal);
        }

        using (Languages.Use(Languages.English))
        {
            Assert.Contains("0.01\u00A0euro more than there is", Terms.CheckMoney(overspent).Single().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void LedgerRules_ExpenseLoweredBelowItsIneligiblePart_IsRefused()
    {
        MoneyMovement[] movements =
            [new(1, Kinds.Expense, 1, Samples.Civic, new Money(100), null, null), new(2, Kinds.Ineligible, 1, Samples.Civic, new Money(80), null, 1)];
        Assert.Empty(Terms.CheckMoney(movements));
        Assert.Equal("ineligible-exceeds-expense", Terms.CheckMoney([movements[0] with { Amount = new Money(79) }, movements[1]]).Single().Code);
        Assert.Equal("ineligible-without-expense", Terms.CheckMoney([movements[1]]).Single().Code);
    }

    private static bool Holds(List<MoneyMovement> movements)
    {
        var ledger = Terms.LedgerOf(movements);
        var positions = (from year in ledger.Years from stream in ledger.Streams select ledger.At(year, stream)).ToList();
        return positions.All(at => at.Available >= Money.Zero && at.Unrecovered >= Money.Zero && at.CarriedOut <= at.Remainder && at.Ineligible <= at.Spent)
            && ledger.Total.Remainder == ledger.Total.Planned - ledger.Total.Spent - ledger.Total.Returned
            && positions.Sum(at => at.Available) == ledger.Total.Remainder
            && positions.Sum(at => at.CarriedIn) == positions.Sum(at => at.CarriedOut);
    }
}
