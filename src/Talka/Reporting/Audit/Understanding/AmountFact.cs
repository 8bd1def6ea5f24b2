using Talka.Foundation;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What an amount of money is in a budget.</summary>
public enum AmountRole
{
    /// <summary>None of the others, or not known.</summary>
    Other,

    Planned,
    Spent,

    /// <summary>Planned and not spent.</summary>
    Remainder,

    /// <summary>Brought from the year before.</summary>
    CarriedIn,

    /// <summary>Taken on to the next year.</summary>
    CarriedOut,

    /// <summary>Paid back to the State.</summary>
    Returned,

    /// <summary>Spent against the rules.</summary>
    Ineligible,

    /// <summary>Got back of what was spent against the rules.</summary>
    Recovered,

    /// <summary>Not got back of it.</summary>
    Unrecovered,
}

/// <summary>An amount of money, and what it is an amount of.</summary>
/// <param name="Stream">Name of the stream of funding as the document first gives it; null for all of them together.</param>
/// <param name="IsWhole">It covers the whole period, not one year.</param>
/// <param name="CarriedTo">Ordinal of the year that a remainder is said to go to.</param>
/// <param name="InBudget">It belongs to the budget; amounts elsewhere (prices, gifts) do not.</param>
/// <param name="IsIrregular">Its digits are written irregularly.</param>
public sealed record AmountFact(
    Span Span, Passage Passage, bool Certain, Money Amount, AmountRole Role, int? BudgetYear, string? Stream, bool IsWhole, int? CarriedTo, bool InBudget, bool IsIrregular)
    : Fact(Span, Passage, Certain)
{
    /// <summary>The amount that this one is said to be a part of (“t.sk.”, in parentheses after it); null when of none.</summary>
    public Span? PartOf { get; init; }

    /// <summary>Together with the other parts it is said to be all of it.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>It is that of every year: <c>plānots pa 24 000,00 euro gadā</c>.</summary>
    public bool IsOfEachYear { get; init; }

    /// <summary>What there was to spend: the plan with what was carried in.</summary>
    public bool IsAvailable { get; init; }

    /// <summary>A remainder that is said to be paid back to the State.</summary>
    public bool IsReturned { get; init; }

    public override int? Year => BudgetYear ?? (IsWhole ? null : Passage.Year);
    public override string Kind => "amount";
    public override string Value => Amount.ToInvariant();
}
