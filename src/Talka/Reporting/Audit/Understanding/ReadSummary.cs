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

    /// <summary>Ordinal of the only year that a day lies in; null when there is none, or not one.</summary>
    public int? YearOn(DateOnly day) => Years.Where(year => year.Period is { } period && period.From <= day
        && day <= period.To).Take(2).ToList() is [var only] ? only.Ordinal : null;

    /// <summary>The year that a passage tells of: the one that it stands in, else that in which all of its days lie.</summary>
    public int? YearOf(Passage passage) => passage.Year
        ?? (passage.Dates.Where(date => date is { IsRange: false, From.Day: not null }).Select(date => date.From.First is { } day ? YearOn(day)
            : null).Distinct().Take(2).ToList() is [{ } only] ? only : null);

    public YearSection? YearOf(int? ordinal) => Years.FirstOrDefault(year => year.Ordinal == ordinal);
}
