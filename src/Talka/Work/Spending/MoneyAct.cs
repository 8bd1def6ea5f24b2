using Talka.Foundation;
using Talka.Journal;

namespace Talka.Work.Spending;

/// <summary>What every movement of money says.</summary>
public abstract record MoneyAct
{
    public required Money Amount { get; init; }

    /// <summary>For an expense the day of payment; for the others the day of the decision or transfer.</summary>
    public required DateOnly Date { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<EntryFile> Files { get; init; } = [];
}

/// <summary>Money spent; the day decides the implementation year.</summary>
public sealed record Expense : MoneyAct
{
    /// <summary>What was paid for.</summary>
    public required string Title { get; init; }
    public required string Stream { get; init; }
    public string? Category { get; init; }
    public string? Payee { get; init; }

    /// <summary>Identity of the imported row; null when entered by hand.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>A part of an expense, or all of it, found not to be in keeping with the contract.</summary>
public sealed record IneligibleAmount : MoneyAct
{
    /// <summary>Sequence of the expense.</summary>
    public required long Expense { get; init; }
    public required string Why { get; init; }
}

/// <summary>Ineligible money that came back. It does not change what was spent.</summary>
public sealed record Recovery : MoneyAct
{
    /// <summary>Sequence of the ineligible amount.</summary>
    public required long Ineligible { get; init; }
}

/// <summary>Unspent money given back to the State.</summary>
public sealed record ReturnToState : MoneyAct
{
    public required int Year { get; init; }
    public required string Stream { get; init; }
}

/// <summary>A decision to use what a year left over in a later one.</summary>
public sealed record CarryOverDecision : MoneyAct
{
    public required int FromYear { get; init; }
    public required int ToYear { get; init; }
    public required string Stream { get; init; }
}
