using Talka.Reporting.Audit.Checking;

namespace Talka.Reporting.Narratives;

/// <summary>Something in an author's text that does not fit, in the language that it was looked for in.</summary>
/// <param name="Code">
/// Stable: those of the audit, <c>count-contradicts-journal</c>, <c>amount-contradicts-journal</c>, <c>figure-broken</c> and <c>figure-value-unheard-of</c>.
/// </param>
/// <param name="Offset">Where it stands in the author's text.</param>
/// <param name="Quote">The words concerned.</param>
/// <param name="Stated">What the text says.</param>
/// <param name="Expected">What would fit, or empty when nothing in particular would.</param>
/// <param name="Working">How that was computed, or empty.</param>
/// <param name="Likely">The most likely correction, or null.</param>
public sealed record NarrativeFinding(
    string Code, Severity Severity, int Offset, int Length, string Quote, string Stated, string Expected, string Working, string? Likely, string Message);
