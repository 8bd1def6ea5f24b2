using System.Runtime.CompilerServices;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The eight fields of the official template, and what stands in none of them.</summary>
public enum SummarySection { None, Task, Implementer, Period, Description, Budget, Ineligible, Unrecovered, Other }

/// <summary>A block with what it belongs to, cut into tokens. It is one place of one document: equal to itself alone, so that looking up the facts of a passage compares no texts.</summary>
/// <param name="Year">Ordinal of the implementation year that it tells of; null when of none or of the whole period.</param>
/// <param name="IsLabel">It only names a section, a year or a column, and tells nothing.</param>
public sealed record Passage(Block Block, SummarySection Section, int? Year, bool IsLabel, IReadOnlyList<Token> Tokens)
{
    public Span Span => Block.Span;

    /// <summary>Every date in it, in order; read once.</summary>
    public IReadOnlyList<DateReading> Dates { get => field ??= DateGrammar.ReadAll(Tokens); init; }

    /// <summary>The date that is all of it, as in a table's column of days; null when it tells anything else.</summary>
    public DateReading? DateAlone => Dates is [{ First: 0 } date] && Tokens.SkipSigns(date.End, '.', ')') >= Tokens.Count ? date : null;

    /// <summary>It tells of what was done: in the description, or in a field that may hold it.</summary>
    public bool IsOfWork => this is { IsLabel: false, Section: SummarySection.Description or SummarySection.None or SummarySection.Other };

    public bool Equals(Passage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>An implementation year as the document tells it.</summary>
/// <param name="Period">Null when the document does not say from when to when it lasts, and it does not follow from the others.</param>
/// <param name="PeriodSpan">Where its period is stated; null when it is computed or unknown.</param>
public sealed record YearSection(int Ordinal, Period? Period, Span Heading, Span? PeriodSpan);

/// <summary>Something that was read in the document.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Certain">False when it may have been meant otherwise: such a fact is shown, and never accused.</param>
public abstract record Fact(Span Span, Passage Passage, bool Certain)
{
    /// <summary>Ordinal of the implementation year that it is about.</summary>
    public virtual int? Year => Passage.Year;
    public SummarySection Section => Passage.Section;

    /// <summary>What sort of fact it is, for machines: <c>date</c>, <c>amount</c>, <c>count</c> …</summary>
    public abstract string Kind { get; }

    /// <summary>What was read, for machines: a date or two in ISO 8601, an amount with two decimals, a number.</summary>
    public abstract string Value { get; }
}
