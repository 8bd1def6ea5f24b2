using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>A summary as it was understood: its structure, and the facts that it states.</summary>
/// <param name="Language">The language that the document is written in, <c>lv</c> or <c>en</c>.</param>
/// <param name="Whole">The delegation period; null when the document does not say.</param>
/// <param name="WholeSpan">Where the document says it.</param>
/// <param name="Years">In their order.</param>
/// <param name="Facts">Everything that was read, each with its place; in the order of the document within a sort.</param>
public sealed record ReadSummary(
    SourceDocument Document, string Language, Period? Whole, Span? WholeSpan, IReadOnlyList<YearSection> Years, IReadOnlyList<Passage> Passages,
    IReadOnlyList<Fact> Facts)
{
    public IEnumerable<Passage> In(SummarySection section) => Passages.Where(passage => passage.Section == section);

    public IEnumerable<TFact> FactsOf<TFact>() where TFact : Fact => Facts.OfType<TFact>();

    public YearSection? YearOf(int? ordinal) => Years.FirstOrDefault(year => year.Ordinal == ordinal);
}
