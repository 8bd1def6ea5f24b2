using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

internal static class Documents
{
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
