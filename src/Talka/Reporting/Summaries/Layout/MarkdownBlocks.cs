using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>
/// The author's Markdown as blocks. Figures are put in as finished inlines, so that no value can turn into markup;
/// HTML is not understood and shows as text.
/// </summary>
public static class MarkdownBlocks
{
    // Private-use characters stand for the inlines while Markdig reads the rest.
    private const char First = '\uE000';
    private const char Last = '\uF8FF';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Reads Markdown in which some places are already inlines.</summary>
    /// <param name="pieces">A piece is either Markdown text or an inline.</param>
    public static IReadOnlyList<Block> Read(IEnumerable<MarkdownPiece> pieces)
    {
        var inlines = new List<Inline>();
        var source = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Inline is { } inline && inlines.Count <= Last - First)
            {
                source.Append((char)(First + inlines.Count));
                inlines.Add(inline);
            }
            else if (piece.Inline is { } beyond)
            {
                source.Append(InlineText.Of([beyond]));
            }
            else
            {
                source.Append(string.Concat(piece.Text!.Where(c => c is < First or > Last)));
            }
        }

        var reader = new Reader(inlines);
        try
        {
            return reader.Blocks(Markdown.Parse(source.ToString(), Pipeline));
        }
        catch (ArgumentException)
        {
            return [new ParagraphBlock(reader.Text(source.ToString()))]; // the parser's only way to say that something is nested hundreds deep
        }
    }

    private sealed class Reader(List<Inline> figures)
    {
        public List<Block> Blocks(ContainerBlock container)
        {
            var blocks = new List<Block>();
            foreach (var block in container)
            {
                switch (block)
                {
                    case Markdig.Syntax.HeadingBlock heading:
                        // Levels 1–3 belong to the document itself.
                        blocks.Add(new HeadingBlock(Math.Clamp(heading.Level, 4, 6), Inlines(heading.Inline)));
                        break;
                    case Markdig.Syntax.ListBlock list:
                        blocks.Add(new ListBlock(list.IsOrdered, [.. list.Select(item => Blocks((ContainerBlock)item))]));
                        break;
                    case Markdig.Syntax.QuoteBlock quote:
                        blocks.Add(new QuoteBlock(Blocks(quote)));
                        break;
                    case LeafBlock { Inline: { } inline }:
                        blocks.Add(new ParagraphBlock(Inlines(inline)));
                        break;
                    case CodeBlock code:
                        blocks.Add(new ParagraphBlock(Text(code.Lines.ToString())));
                        break;
                    case ContainerBlock other:
                        blocks.AddRange(Blocks(other));
                        break;
                }
            }

            return blocks;
        }

        private List<Inline> Inlines(ContainerInline? container)
        {
            var inlines = new List<Inline>();
            foreach (var inline in container ?? Enumerable.Empty<Markdig.Syntax.Inlines.Inline>())
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        inlines.AddRange(Text(literal.Content.ToString()));
                        break;
                    case CodeInline code:
                        inlines.AddRange(Text(code.Content));
                        break;
                    case Markdig.Syntax.Inlines.LineBreakInline { IsHard: true }:
                        inlines.Add(new LineBreakInline());
                        break;
                    case Markdig.Syntax.Inlines.LineBreakInline:
                        inlines.Add(new TextInline(" "));
                        break;
                    case HtmlEntityInline entity:
                        inlines.Add(new TextInline(entity.Transcoded.ToString()));
                        break;
                    case AutolinkInline link:
                        inlines.Add(Link(link.IsEmail ? "mailto:" + link.Url : link.Url, [new TextInline(link.Url)]));
                        break;
                    case Markdig.Syntax.Inlines.LinkInline { IsImage: false } link:
                        inlines.Add(Link(link.Url ?? "", Inlines(link)));
                        break;
                    case Markdig.Syntax.Inlines.EmphasisInline emphasis:
                        var content = Inlines(emphasis);
                        inlines.Add(emphasis.DelimiterCount == 2 ? new StrongInline(content) : new EmphasisInline(content));
                        break;
                    case ContainerInline other:
                        inlines.AddRange(Inlines(other));
                        break;
                }
            }

            return inlines;
        }

        public List<Inline> Text(string text)
        {
            var inlines = new List<Inline>();
            var start = 0;
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] is < First or > Last)
                {
                    continue;
                }

                Plain(text[start..at]);
                inlines.Add(figures[text[at] - First]);
                start = at + 1;
            }

            Plain(text[start..]);
            return inlines;

            void Plain(string part)
            {
                if (part.Length > 0)
                {
                    inlines.Add(new TextInline(part));
                }
            }
        }

        // An author's link leads to the web or to mail, never to a script.
        private static Inline Link(string address, List<Inline> content) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"
                ? new LinkInline(uri.AbsoluteUri, content)
                : new EmphasisInline(content);
    }
}

/// <summary>Markdown text, or an inline that stands in it.</summary>
public readonly record struct MarkdownPiece
{
    private MarkdownPiece(string? text, Inline? inline) => (Text, Inline) = (text, inline);

    public string? Text { get; }
    public Inline? Inline { get; }

    public static MarkdownPiece Of(string text) => new(text, null);

    public static MarkdownPiece Of(Inline inline) => new(null, inline);
}
