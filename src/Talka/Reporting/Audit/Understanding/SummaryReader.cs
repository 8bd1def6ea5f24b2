using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Understands a document: its language, sections, years and periods, and then the facts in them.</summary>
public static class SummaryReader
{
    public static ReadSummary Read(SourceDocument document)
    {
        var structure = StructureReader.Read(document);
        return new(document, DocumentLanguage.Of(document), structure.Whole, structure.WholeSpan, structure.Years, structure.Passages,
            [.. DateFacts.Read(structure), .. AmountReader.Read(document, structure), .. structure.Passages.SelectMany(CountReader.Read)]);
    }
}
