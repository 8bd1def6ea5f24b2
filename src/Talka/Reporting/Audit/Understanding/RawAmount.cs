using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What stands around a passage: the headers of its cell, the heading above it.</summary>
/// <param name="Role">None when nothing says it.</param>
/// <param name="Stream">The words that name a stream, or none.</param>
/// <param name="StreamName">The same as printed.</param>
/// <param name="IsTotal">Of all streams.</param>
internal sealed record AmountContext(BudgetWord Role, int? Year, IReadOnlyList<string> Stream, string StreamName, bool IsTotal, bool IsWhole)
{
    /// <summary>The year is only that of the row's place among the others.</summary>
    public bool IsAssumed { get; init; }

    public static AmountContext None { get; } = new(BudgetWord.None, null, [], "", false, false);
}

/// <summary>An amount with what its own sentence and its surroundings say of it, before streams are told apart.</summary>
internal sealed class RawAmount(WrittenMoney money, Passage passage)
{
    public WrittenMoney Money { get; } = money;

    public Passage Passage { get; } = passage;

    public BudgetWord Role { get; set; }

    public int? Year { get; set; }

    /// <summary>Its own clause names the year.</summary>
    public bool NamesYear { get; set; }

    public int? CarriedTo { get; set; }

    public bool IsReturned { get; set; }

    public bool IsWhole { get; set; }

    public bool IsTotal { get; set; }

    /// <summary>So much in every year.</summary>
    public bool IsOfEachYear { get; set; }

    /// <summary>The amount that this one is a part of.</summary>
    public RawAmount? Whole { get; set; }

    /// <summary>The parts are said to be all of it.</summary>
    public bool IsExhaustive { get; set; }

    /// <summary>That it is a part follows from how the line is set, and no word says it.</summary>
    public bool IsUnsaid { get; set; }

    /// <summary>A whole number behind another amount, of which nothing but its place says that it is one.</summary>
    public bool IsPlain { get; set; }

    public IReadOnlyList<string> Stream { get; set; } = [];

    public string StreamName { get; set; } = "";

    /// <summary>The label stands where streams are named: a header, a list of parts.</summary>
    public bool NamesStream { get; set; }

    /// <summary>The cost of what is named beside it: of a known stream, or of something that is part of one.</summary>
    public bool IsCost { get; set; }

    /// <summary>What there was to spend: the plan with what was carried in.</summary>
    public bool IsAvailable { get; set; }

    public bool IsCertain { get; set; } = true;

    /// <summary>The same amount, which is of another sort too.</summary>
    public RawAmount As(BudgetWord role)
    {
        var other = (RawAmount)MemberwiseClone();
        other.Role = role;
        return other;
    }
}
