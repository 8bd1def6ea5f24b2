using CsCheck;
using Talka.Foundation;
using Talka.Journal;

namespace Talka.Tests.Journal;

public sealed class LedgerTests
{
    private static readonly string[] Streams = ["pamats", "programma"];

    private static readonly Gen<MoneyMovement> Movement = Gen.Select(
        Gen.Int[0, 4], Gen.Int[1, 2], Gen.OneOf(Streams), Gen.Long[0, 1_000_000],
        (kind, year, stream, cents) => new MoneyMovement(0, Kinds.Money[kind], year, stream, new Money(cents), Kinds.Money[kind] == Kinds.CarryOver ? year + 1 : null, null));

    private static readonly Dictionary<(int Year, string Stream), Money> Planned = new()
    {
        [(1, "pamats")] = new Money(3_000_000),
        [(2, "pamats")] = new Money(3_000_000),
        [(2, "programma")] = new Money(2_399_400),
        [(3, "programma")] = new Money(2_399_400),
    };

    private static Ledger Of(params IReadOnlyCollection<MoneyMovement> movements) => new([1, 2, 3], Streams, Planned, movements);

    [Fact]
    public void Remainder_CarriedOver_MovesWithoutBeingCountedTwice()
    {
        var ledger = Of(
            new MoneyMovement(1, Kinds.Expense, 1, "pamats", new Money(2_882_267), null, null),
            new MoneyMovement(2, Kinds.CarryOver, 1, "pamats", new Money(117_733), 2, null));
        Assert.Equal(new Money(117_733), ledger.At(1, "pamats").Remainder);
        Assert.Equal(Money.Zero, ledger.At(1, "pamats").Available);
        Assert.Equal(new Money(3_117_733), ledger.At(2, "pamats").Remainder);
        Assert.Equal(new Money(3_117_733), ledger.OfStream("pamats").Remainder);
    }

    [Fact]
    public void Totals_WhateverMoved_AddUp() => Movement.List[0, 40].Sample(movements =>
    {
        var ledger = Of(movements);
        Money Moved(string kind) => movements.Where(m => m.Kind == kind).Sum(m => m.Amount);
        Money Planned() => ledger.Years.Sum(year => ledger.OfYear(year).Planned);
        return ledger.Total.Remainder == Planned() - Moved(Kinds.Expense) - Moved(Kinds.Return)
            && ledger.Total.Remainder == Streams.Sum(stream => ledger.OfStream(stream).Remainder)
            && ledger.Total.Remainder == ledger.Years.Sum(year => ledger.OfYear(year).Available)
            && ledger.Total.Unrecovered == Moved(Kinds.Ineligible) - Moved(Kinds.Recovery)
            && ledger.Years.Sum(year => ledger.OfYear(year).CarriedIn) == Moved(Kinds.CarryOver);
    });

    [Fact]
    public void Recovery_WhateverElse_LeavesSpentAsItWas() => Movement.List[0, 20].Sample(movements =>
    {
        var recovery = new MoneyMovement(0, Kinds.Recovery, 1, "pamats", new Money(500), null, 1);
        var (before, after) = (Of(movements).Total, Of([.. movements, recovery]).Total);
        return after.Spent == before.Spent && after.Remainder == before.Remainder && after.Unrecovered == before.Unrecovered - recovery.Amount;
    });
}
