using Talka.Foundation;

namespace Talka.Journal;

/// <summary>One effective money entry, as the ledger needs it.</summary>
public sealed record MoneyMovement(long Sequence, string Kind, int Year, string Stream, Money Amount, int? ToYear, long? Concerns);

/// <summary>Where the money of one year × stream stands, or of a sum of them.</summary>
/// <param name="Year">Ordinal; null in totals over the whole period.</param>
/// <param name="Stream">Code; null in totals over streams.</param>
public sealed record LedgerPosition(int? Year, string? Stream)
{
    public Money Planned { get; init; }
    public Money CarriedIn { get; init; }
    public Money Spent { get; init; }
    public Money Returned { get; init; }
    public Money CarriedOut { get; init; }
    public Money Ineligible { get; init; }
    public Money Recovered { get; init; }

    /// <summary>Before anything is carried out of it: carried in + planned − spent − returned.</summary>
    public Money Remainder => CarriedIn + Planned - Spent - Returned;

    /// <summary>What is still there once the carry-over has left.</summary>
    public Money Available => Remainder - CarriedOut;

    public Money Unrecovered => Ineligible - Recovered;
}

/// <summary>
/// The arithmetic of a mandate's money: positions by year and stream from the planned amounts (the caller knows the contract)
/// and the effective money entries. The one implementation that Work checks its rules with and Reporting prints from.
/// </summary>
public sealed class Ledger
{
    private readonly Dictionary<(int Year, string Stream), LedgerPosition> _positions;

    public Ledger(
        IEnumerable<int> years, IEnumerable<string> streams, IReadOnlyDictionary<(int Year, string Stream), Money> planned,
        IReadOnlyCollection<MoneyMovement> movements)
    {
        Years = [.. years];
        Streams = [.. streams];
        _positions = (from year in Years from stream in Streams select (year, stream)).ToDictionary(
            key => key, key => new LedgerPosition(key.year, key.stream) { Planned = planned.GetValueOrDefault(key) });
        foreach (var movement in movements)
        {
            Post(movement.Year, movement.Stream, movement.Kind, movement.Amount);
            if (movement is { Kind: Kinds.CarryOver, ToYear: { } toYear })
            {
                Post(toYear, movement.Stream, CarriedIn, movement.Amount);
            }
        }
    }

    private const string CarriedIn = "carried-in";

    // A movement outside the contract's years and streams counts nowhere; LedgerRules reports it.
    private void Post(int year, string stream, string kind, Money amount)
    {
        if (!_positions.TryGetValue((year, stream), out var at))
        {
            return;
        }

        _positions[(year, stream)] = kind switch
        {
            Kinds.Expense => at with { Spent = at.Spent + amount },
            Kinds.Return => at with { Returned = at.Returned + amount },
            Kinds.CarryOver => at with { CarriedOut = at.CarriedOut + amount },
            CarriedIn => at with { CarriedIn = at.CarriedIn + amount },
            Kinds.Ineligible => at with { Ineligible = at.Ineligible + amount },
            Kinds.Recovery => at with { Recovered = at.Recovered + amount },
            _ => at,
        };
    }

    public IReadOnlyList<int> Years { get; }
    public IReadOnlyList<string> Streams { get; }

    public LedgerPosition At(int year, string stream) => _positions[(year, stream)];

    /// <summary>Whether the contract knows the year and the stream.</summary>
    public bool Has(int year, string stream) => _positions.ContainsKey((year, stream));

    /// <summary>All streams of a year.</summary>
    public LedgerPosition OfYear(int year) => Sum(new(year, null), Streams.Select(stream => At(year, stream)));

    /// <summary>One stream over the whole period. Carry-over moves inside it, so it is left out: a sum of years would count it twice.</summary>
    public LedgerPosition OfStream(string stream) => WithoutCarryOver(Sum(new(null, stream), Years.Select(year => At(year, stream))));

    /// <summary>Everything: remainder = planned − spent − returned.</summary>
    public LedgerPosition Total => WithoutCarryOver(Sum(new(null, null), _positions.Values));

    private static LedgerPosition WithoutCarryOver(LedgerPosition position) =>
        position with { CarriedIn = Money.Zero, CarriedOut = Money.Zero };

    private static LedgerPosition Sum(LedgerPosition seed, IEnumerable<LedgerPosition> positions) =>
        positions.Aggregate(seed, (sum, next) => sum with
        {
            Planned = sum.Planned + next.Planned,
            CarriedIn = sum.CarriedIn + next.CarriedIn,
            Spent = sum.Spent + next.Spent,
            Returned = sum.Returned + next.Returned,
            CarriedOut = sum.CarriedOut + next.CarriedOut,
            Ineligible = sum.Ineligible + next.Ineligible,
            Recovered = sum.Recovered + next.Recovered,
        });
}
