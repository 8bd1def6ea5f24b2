using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads Markdown with the tables, footnotes and definition lists that people use.</summary>
internal static partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseEmphasisExtras().UseTaskLists().Build();

    public static SourceDocument Read(string text, string name, Deadline deadline)
    {
        if (text.Length > ReadingLimits.Markdown)
        {
            return TextReader.Read(text, name);
        }

        string html;
        try
        {
            var parsed = Markdown.Parse(DateAtBeginning().Replace(text, @"${kept}\."), Pipeline);
            foreach (var block in parsed.Descendants<MarkdownBlock>())
            {
                deadline.Check();
                block.GetAttributes().AddProperty(HtmlReader.LineAttribute, (block.Line + 1).ToString(CultureInfo.InvariantCulture));
            }

            html = parsed.ToHtml(Pipeline);
        }
        catch (Exception problem) when (problem is ArgumentException or RegexMatchTimeoutException)
        {
            // Nested deeper than the parser goes: as text it can still be read.
            return TextReader.Read(text, name);
        }

        return HtmlReader.Read(html, name, SourceFormat.Markdown, deadline);
    }

    // “2015. gada 29. augusts” and “12. oktobrī” at the beginning of a line are no numbered lists.
    [GeneratedRegex(@"^(?<kept>[ \t]*(?:[-*+•] +)?(?:\d{4}|\d{1,2}(?=\. ?(?:jan|feb|mar|apr|mai|jūn|jūl|aug|sep|okt|nov|dec))))\.(?=\s)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DateAtBeginning();
}
