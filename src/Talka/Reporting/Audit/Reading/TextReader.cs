namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads plain text: each line is a block.</summary>
public static class TextReader
{
    public static SourceDocument Read(string text, string name)
    {
        var blocks = new List<Block>();
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            line++;
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                blocks.Add(new Block(BlockKind.Paragraph, 0, Span.Between(start, end), new Place(null, line)));
            }

            start = end + 1;
        }

        return new SourceDocument(name, SourceFormat.Text, text, blocks);
    }
}
