using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking;

/// <summary>How sure a contradiction is: <c>Error</c> one that cannot be explained away, <c>Warning</c> a probable one, <c>Note</c> worth a look.</summary>
public enum Severity { Error, Warning, Note }

/// <summary>Something that does not add up, in the language it was looked for in. One cause is one finding, however many places it shows in.</summary>
/// <param name="Code">Stable, kebab-case; the handbook explains each.</param>
/// <param name="Year">Ordinal of the implementation year, or null when it concerns the whole.</param>
/// <param name="Where">The place that the finding is shown at; null when it is about something that is not there.</param>
/// <param name="Stated">What the document says; empty when it says nothing.</param>
/// <param name="Expected">What would fit; empty when nothing in particular would.</param>
/// <param name="Working">How that was computed: <c>53 900,00 − 52 816,67 = 1 083,33 ≠ 1 177,33</c>; empty when there is nothing to compute.</param>
/// <param name="Likely">The most likely correction, or null.</param>
/// <param name="Message">One or two plain sentences.</param>
/// <param name="Members">Every place, when the cause shows in several.</param>
public sealed record Finding(
    string Code, Severity Severity, int? Year, Span? Where, string Stated, string Expected, string Working, string? Likely, string Message,
    IReadOnlyList<FindingMember> Members);

/// <summary>One of the places that a finding covers.</summary>
public sealed record FindingMember(Span Where, string Stated, string Expected);
