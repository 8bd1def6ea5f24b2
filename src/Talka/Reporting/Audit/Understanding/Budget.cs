using Talka.Foundation;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Which amount of a budget: of a year (null: of the whole period), of a sort, of a stream (null: of all of them).</summary>
public readonly record struct BudgetKey(int? Year, AmountRole Role, string? Stream);

/// <summary>The budget that a document tells of, put together from its amounts. Amounts that the document states differently in two places are left out.</summary>
public sealed class Budget
{
    private const int MostYears = 30;
    private const int MostOfFigure = 8;

    private readonly Dictionary<BudgetKey, AmountFact> _facts = [];
    private readonly HashSet<(int? Year, AmountRole Role)> _tornStreams = [];
    private ILookup<BudgetKey, Money> _torn = Enumerable.Empty<Money>().ToLookup(_ => default(BudgetKey));
    private ILookup<(int Table, int Column), AmountFact> _columns = Enumerable.Empty<AmountFact>().ToLookup(_ => default((int, int)));

    private Budget()
    {
    }

    /// <summary>Ordinals of the years that have amounts, in order.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>It has amounts of every year that the document tells of, and of all before its last.</summary>
    public bool HasEveryYear { get; private set; }

    /// <summary>In the order in which they are first named.</summary>
    public IReadOnlyList<string> Streams { get; private set; } = [];

    /// <summary>Every amount of it, once.</summary>
    public IReadOnlyDictionary<BudgetKey, AmountFact> Facts => _facts;

    /// <summary>What there was to spend in a year, as it is told.</summary>
    public IReadOnlyDictionary<BudgetKey, AmountFact> Available { get; private set; } = new Dictionary<BudgetKey, AmountFact>();

    /// <summary>The fact that states an amount, or null.</summary>
    public AmountFact? this[int? year, AmountRole role, string? stream = null] => _facts.GetValueOrDefault(new(year, role, stream));

    /// <summary>The amount, or null where the document does not state it.</summary>
    public Money? Amount(int? year, AmountRole role, string? stream = null) => this[year, role, stream]?.Amount;

    /// <summary>Whether one stream seems to be stated twice, so that the streams were not understood.</summary>
    public bool HasTornStreams(int? year, AmountRole role) => _tornStreams.Contains((year, role));

    /// <summary>The amounts that the document states in the place of one, and differently: what each of them would be is not known.</summary>
    public IEnumerable<Money> Torn(int? year, AmountRole role, string? stream) => _torn[new(year, role, stream)];

    /// <summary>Whether an amount stands in the same column of a table as a total of the same year: a row of it was not understood.</summary>
    public bool HasInColumn(AmountFact total, Money amount) => IsFigure(total)
        && _columns[(total.Passage.Block.Cell!.Table, total.Passage.Block.Cell.Column)].Any(fact => fact.Amount == amount
            && (fact.Year is null || fact.Year == total.Year) && (fact.Role == total.Role || fact.Role == AmountRole.Other));

    /// <summary>Puts a budget together.</summary>
    public static Budget Of(ReadSummary summary)
    {
        var budget = new Budget();
        var (torn, ofEach, differing) = (new HashSet<BudgetKey>(), new List<AmountFact>(), new List<(BudgetKey Key, Money Amount)>());
        foreach (var fact in summary.FactsOf<AmountFact>())
        {
            if (fact is { Certain: false, PartOf: not null })
            {
                budget._tornStreams.Add((fact.Year, fact.Role)); // a part that cannot be read
            }

            if (!fact.InBudget || !fact.Certain || (fact.Year is null && !fact.IsWhole && !fact.IsOfEachYear) || fact.Year > MostYears)
            {
                continue;
            }

            if (fact.IsOfEachYear)
            {
                ofEach.Add(fact);
                continue;
            }

            var key = new BudgetKey(fact.IsWhole ? null : fact.Year, fact.Role, fact.Stream);
            if (budget._facts.TryAdd(key, fact))
            {
                continue;
            }

            var known = budget._facts[key];
            if (known.Amount != fact.Amount || AreRowsAlike(known, fact))
            {
                torn.Add(key);
                differing.AddRange([(key, known.Amount), (key, fact.Amount)]);
            }
            else if (known is { CarriedTo: null, IsReturned: false } && (fact.CarriedTo is not null || fact.IsReturned))
            {
                // A sentence below the table says where the remainder went.
                budget._facts[key] = known with { CarriedTo = fact.CarriedTo, IsReturned = fact.IsReturned };
            }
        }

        // What every year had holds for those of which nothing else is told.
        foreach (var fact in ofEach)
        {
            foreach (var year in Enumerable.Range(1, Math.Min(summary.Years.Count, MostYears)))
            {
                budget._facts.TryAdd(new(year, fact.Role, fact.Stream), fact);
            }
        }

        foreach (var key in torn)
        {
            budget._facts.Remove(key);
            if (key.Stream is not null)
            {
                budget._tornStreams.Add((key.Year, key.Role));
            }
        }

        // Told twice, it is the same each time, or was not understood.
        budget.Available = summary.FactsOf<AmountFact>().Where(fact => fact is { IsAvailable: true, Certain: true, Year: not null })
            .GroupBy(fact => new BudgetKey(fact.Year, fact.Role, fact.Stream)).Where(group => group.All(fact => fact.Amount == group.First().Amount))
            .ToDictionary(group => group.Key, group => group.First());
        // “Plānots ar pārcelto atlikumu 18 763,85 euro”, and no other plan of that year.
        foreach (var (key, available) in budget.Available.Where(entry => entry.Key.Stream is null))
        {
            var plan = key with { Role = AmountRole.Planned };
            _ = torn.Contains(plan) || budget._facts.TryAdd(plan, available with { Role = AmountRole.Planned });
        }

        budget._torn = differing.Distinct().ToLookup(amount => amount.Key, amount => amount.Amount);
        budget._columns = summary.FactsOf<AmountFact>().Where(IsFigure).ToLookup(fact => (fact.Passage.Block.Cell!.Table, fact.Passage.Block.Cell.Column));
        budget.Years = [.. budget._facts.Keys.Where(key => key.Year is not null).Select(key => key.Year!.Value).Distinct().Order()];
        budget.HasEveryYear = budget.Years.Count > 0 && budget.Years.Count == budget.Years[^1] && budget.Years.Count >= summary.Years.Count;
        budget.Streams = [.. budget._facts.Where(fact => fact.Key.Stream is not null).OrderBy(fact => fact.Value.Span.Start).Select(fact => fact.Key.Stream!).Distinct()];
        return budget;
    }

    // Two rows of one table that seem to be of the same stream: “I ceturksnis”, “II ceturksnis”.
    private static bool AreRowsAlike(AmountFact one, AmountFact other) => one.Stream is not null && IsFigure(one) && IsFigure(other)
        && one.Passage.Block.Cell!.Table == other.Passage.Block.Cell!.Table && one.Passage.Block.Cell.Row != other.Passage.Block.Cell.Row;

    private static bool IsFigure(AmountFact fact) => fact.Passage is { Block.Cell: not null, Tokens.Count: <= MostOfFigure };
}
