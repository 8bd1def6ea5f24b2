using System.Globalization;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads Markdown with the tables, footnotes and definition lists that people use.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseEmphasisExtras().UseTaskLists().Build();

    public static SourceDocument Read(string text, string name, Deadline deadline)
    {
        string html;
        try
        {
            var parsed = Markdown.Parse(text, Pipeline);
            foreach (var block in parsed.Descendants<MarkdownBlock>())
            {
                deadline.Check();
                KeepNumber(block);
                block.GetAttributes().AddProperty(HtmlReader.LineAttribute, (block.Line + 1).ToString(CultureInfo.InvariantCulture));
            }

            html = parsed.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes: as text it can still be read.
            return TextReader.Read(text, name);
        }

        return HtmlReader.Read(html, name, SourceFormat.Markdown, deadline);
    }

    // “2015. gada 29. augusts” at the beginning of a line is no list.
    private static void KeepNumber(MarkdownBlock block)
    {
        if (block is not ListItemBlock { Order: > 0, Parent: ListBlock { IsOrdered: true, OrderedStart: not "1" } } item || item.FirstOrDefault() is not ParagraphBlock { Inline: { } words })
        {
            return;
        }

        var number = new LiteralInline(item.Order.ToString(CultureInfo.InvariantCulture) + ". ");
        if (words.FirstChild is { } first)
        {
            first.InsertBefore(number);
        }
        else
        {
            words.AppendChild(number);
        }
    }
}
