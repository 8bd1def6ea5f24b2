using System.Globalization;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

public enum CountRole
{
    Plain,

    /// <summary>Said to be the sum of others: “kopā”, “in total”.</summary>
    Total,

    /// <summary>Said to be a part of another: “no tiem”, “including”.</summary>
    Part,
}

public enum CountMode { None, OnSite, Online }

public enum CountStatus { None, Applied, Approved, Rejected }

/// <summary>A number of things, and what is said of it.</summary>
/// <param name="Count">Never negative.</param>
/// <param name="Noun">What is counted; null when the text leaves it to the context, or it is no known noun.</param>
/// <param name="Word">The noun as written; empty when there is none.</param>
/// <param name="Form">What the noun's form may be.</param>
/// <param name="IsApproximate">“ap 100”, “more than 100”.</param>
/// <param name="Channel">Where things were published, lower-case: <c>facebook</c>.</param>
/// <param name="Sentence">Number of the sentence in the passage, from 0.</param>
/// <param name="First">Index of its first token in the passage.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="Number">The place of the number alone.</param>
public sealed record CountFact(
    Span Span, Passage Passage, bool Certain, long Count, CountNoun? Noun, string Word, NounForm Form, bool IsApproximate, CountRole Role, string? Channel,
    CountMode Mode, CountStatus Status, int Sentence, int First, int End, Span Number) : Fact(Span, Passage, Certain)
{
    public override string Kind => "count";

    public override string Value => Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>It can be reasoned about: exact, and read for certain.</summary>
    public bool IsExact => Certain && !IsApproximate;

    public bool CountsPeople => Noun?.Sort == NounSort.People;
}
