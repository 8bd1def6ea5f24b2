using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Talka.Foundation.Markdown;

/// <summary>
/// The one way from text that people typed to HTML: CommonMark with tables and bare addresses made links.
/// Raw HTML is shown as the text it is; links lead to <c>http</c>, <c>https</c> and <c>mailto</c> alone; a picture becomes a link to it;
/// nothing carries a style. A line break that was typed is kept.
/// </summary>
public static class SafeMarkdown
{
    private static readonly string[] SafeSchemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    /// <summary>The text as a syntax tree whose every node is safe to render.</summary>
    /// <param name="markdown">Null and empty give an empty document. Text that is nested too deeply to parse becomes one plain paragraph.</param>
    /// <param name="headingOffset">Added to the level of each heading, so that a text fits under the headings of its page; the result is at most 6.</param>
    public static MarkdownDocument Parse(string? markdown, int headingOffset = 0)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown ?? "", Pipeline);
        }
        catch (ArgumentException)
        {
            return Plain(markdown!); // the parser's only way to say that brackets or quotes are nested hundreds deep
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (!IsSafe(link.Url))
            {
                link.ReplaceBy(new ContainerInline(), copyChildren: true);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
        {
            column.Alignment = null;
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + headingOffset);
        }

        return document;
    }

    /// <summary>HTML of the text; safe to put into a page as it is.</summary>
    public static string ToHtml(string? markdown, int headingOffset = 0) => ToHtml(Parse(markdown, headingOffset));

    /// <summary>HTML of a document that <see cref="Parse"/> gave.</summary>
    public static string ToHtml(MarkdownDocument document) => Markdig.Markdown.ToHtml(document, Pipeline);

    /// <summary>The text without its marks, for titles, search results and spreadsheets.</summary>
    public static string ToPlain(string? markdown)
    {
        try
        {
            return WebUtility.HtmlDecode(Markdig.Markdown.ToPlainText(markdown ?? "", Pipeline)).Trim();
        }
        catch (ArgumentException)
        {
            return markdown!.Trim();
        }
    }

    /// <summary>Whether an address may be a link: absolute, and of a scheme that runs nothing.</summary>
    public static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && SafeSchemes.Contains(uri.Scheme, StringComparer.Ordinal);

    private static MarkdownDocument Plain(string text)
    {
        var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
        paragraph.Inline.AppendChild(new LiteralInline(text));
        return [paragraph];
    }
}
