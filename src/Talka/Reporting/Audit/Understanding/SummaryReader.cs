using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Understands a document: its language, sections, years and periods, and then the facts in them.</summary>
public static class SummaryReader
{
    public static ReadSummary Read(SourceDocument document, CancellationToken cancel = default)
    {
        var structure = StructureReader.Read(document);
        return WithFacts(document, DocumentLanguage.Of(document), structure, cancel);
    }

    /// <summary>Reads a text of which it is known where it belongs: the contract's periods, the field, the year.</summary>
    public static ReadSummary ReadPart(SourceDocument document, string language, Period whole, IReadOnlyList<YearSection> years, SummarySection section, int? year)
    {
        var passages = document.Blocks.Select(block => new Passage(block, section, year, IsLabel: false, Tokenizer.Read(document.Text, block.Span))).ToList();
        return WithFacts(document, language, new Structure(whole, null, years, passages));
    }

    private static ReadSummary WithFacts(SourceDocument document, string language, Structure structure, CancellationToken cancel = default) =>
        new(document, language, structure.Whole, structure.WholeSpan, structure.Years, structure.Passages,
            [.. DateFacts.Read(structure), .. AmountReader.Read(document, structure), .. structure.Passages.SelectMany(passage => Counts(passage, cancel))]);

    private static IReadOnlyList<CountFact> Counts(Passage passage, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return CountReader.Read(passage);
    }
}
