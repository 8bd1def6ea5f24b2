namespace Talka.Reporting.Audit.Reading;

public enum SourceFormat { Text, Markdown, Html, Docx, Pdf }

/// <summary>A document as it was read, whatever its format: one text, and the blocks that it consists of.</summary>
/// <param name="Name">What the file was called.</param>
/// <param name="Text">
/// Everything that can be read, each block's words in order; markup is not part of it. Blocks never overlap and are separated by at least
/// one line break. Spans of facts and findings are stretches of this text.
/// </param>
/// <param name="Blocks">In reading order.</param>
public sealed record SourceDocument(string Name, SourceFormat Format, string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>The words of a stretch, on one line.</summary>
    public string Quote(Span span) => string.Join(' ', Text.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string TextOf(Block block) => Text.Substring(block.Span.Start, block.Span.Length);

    /// <summary>The block that a position stands in, or the last one before it.</summary>
    public Block BlockAt(int position)
    {
        var (low, high) = (0, Blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Blocks[middle].Span.Start <= position ? (middle, high) : (low, middle - 1);
        }

        return Blocks[low];
    }

    /// <summary>Where a stretch begins in the original.</summary>
    public Place PlaceOf(Span span)
    {
        var block = BlockAt(span.Start);
        return block.Place with { Cell = block.Cell };
    }
}

public enum BlockKind { Heading, Paragraph, ListItem }

/// <summary>A heading, a paragraph or a list item; it may stand in a cell of a table.</summary>
/// <param name="Level">Of a heading 1–6, of a list item its depth from 1, else 0.</param>
/// <param name="Cell">Null outside tables. All blocks of one cell carry the same.</param>
public sealed record Block(BlockKind Kind, int Level, Span Span, Place Place, Cell? Cell = null);

/// <summary>A cell of a table; all numbers from 1.</summary>
/// <param name="Row">Of the table as printed, where it starts when it spans several.</param>
/// <param name="Column">Where it starts when it spans several.</param>
/// <param name="IsHeader">Marked as a header in the original.</param>
public sealed record Cell(int Table, int Row, int Column, bool IsHeader = false);

/// <summary>Where something stands in the original; all numbers from 1, and null where the format has no such thing.</summary>
/// <param name="Line">Of a text file, Markdown or HTML source; of a page in a PDF; the paragraph's number in DOCX.</param>
public sealed record Place(int? Page, int? Line, Cell? Cell = null);
