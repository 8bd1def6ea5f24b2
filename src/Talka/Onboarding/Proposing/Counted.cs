using Talka.Reporting.Audit.Reading;

namespace Talka.Onboarding.Proposing;

/// <summary>A number of something within a sentence, as far as a journal entry is concerned.</summary>
/// <param name="At">Index of its first token.</param>
/// <param name="End">Index of the token after the number.</param>
/// <param name="IsPeople">It counts people who took part.</param>
/// <param name="IsTotal">It adds up what is told elsewhere.</param>
/// <param name="IsPart">It is a part of a number that is told beside it.</param>
internal sealed record Counted(Span Span, int At, int End, long Value, bool Approximate, bool Certain, bool IsPeople, bool IsTotal, bool IsPart, string? Channel);
