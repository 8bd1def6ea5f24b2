using System.Text;
using Talka.Foundation.Results;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

internal static class Documents
{
    public static Result<SourceDocument> Read(byte[] bytes, string name) => DocumentReader.Read(new MemoryStream(bytes), name);

    public static Result<SourceDocument> Read(string text, string name) => Read(Encoding.UTF8.GetBytes(text), name);

    /// <summary>The blocks, each with a sign of what it is: <c>h2</c>, <c>--</c> for an item in an item, <c>[table.row.column]</c> (with ! for a header).</summary>
    public static string[] Shown(SourceDocument document)
    {
        AssertSound(document);
        return [.. document.Blocks.Select(block => Sign(block) + document.TextOf(block))];
    }

    public static string Sign(Block block) => block.Kind switch
    {
        BlockKind.Heading => $"h{block.Level} ",
        BlockKind.ListItem => new string('-', block.Level) + " ",
        _ => "",
    } + (block.Cell is { } cell ? $"[{cell.Table}.{cell.Row}.{cell.Column}{(cell.IsHeader ? "!" : "")}] " : "");

    /// <summary>What holds for every document, whatever it was read from.</summary>
    public static void AssertSound(SourceDocument document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            Assert.InRange(block.Span.Start, end, document.Text.Length);
            Assert.InRange(block.Span.End, block.Span.Start + 1, document.Text.Length);
            Assert.True(end == 0 || document.Text.AsSpan(end, block.Span.Start - end).Contains('\n'));
            var words = document.TextOf(block);
            Assert.Equal(words, words.Trim());
            Assert.DoesNotContain(words, char.IsControl);
            Assert.True(block.Kind == BlockKind.Paragraph ? block.Level == 0 : block.Level >= 1);
            end = block.Span.End;
        }
    }
}
