using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>What a document consists of, before anything is made of its facts.</summary>
internal sealed record Structure(Period? Whole, Span? WholeSpan, IReadOnlyList<YearSection> Years, IReadOnlyList<Passage> Passages);
