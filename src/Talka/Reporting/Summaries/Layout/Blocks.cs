using System.Text.Json.Nodes;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The summary laid out: what HTML, PDF and DOCX are all written from, in reading order.</summary>
/// <param name="Language">Code of the language that it is written in.</param>
public sealed record SummaryLayout(string Language, string Title, string Subtitle, IReadOnlyList<Block> Blocks);

/// <summary>One piece of a laid-out summary that stands on lines of its own.</summary>
public abstract record Block;

/// <param name="Level">2 for a field of the template, 3 for a part of it, 4–6 for headings inside a text.</param>
public sealed record HeadingBlock(int Level, IReadOnlyList<Inline> Text) : Block;

public sealed record ParagraphBlock(IReadOnlyList<Inline> Text, ParagraphKind Kind = ParagraphKind.Plain) : Block
{
    public ParagraphBlock(string text, ParagraphKind kind = ParagraphKind.Plain) : this([new TextInline(text)], kind) { }
}

/// <summary>Why a paragraph stands there: ordinary text, a statement that the reader must not miss, a footnote, or the closing lines.</summary>
public enum ParagraphKind { Plain, Statement, Footnote, Fingerprint }

public sealed record ListBlock(bool Ordered, IReadOnlyList<IReadOnlyList<Block>> Items) : Block;

public sealed record QuoteBlock(IReadOnlyList<Block> Content) : Block;

/// <param name="Head">Header cells; the first is the header of the row headers.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<ColumnHead> Head, IReadOnlyList<TableRow> Rows) : Block;

public sealed record ColumnHead(string Text, bool Numeric = false);

/// <summary>The first cell of a row is its header.</summary>
public sealed record TableRow(RowKind Kind, IReadOnlyList<IReadOnlyList<Inline>> Cells);

public enum RowKind { Plain, Sum, Total }

/// <param name="Option">The ECharts option.</param>
/// <param name="Alternative">What the picture shows, for who does not see it.</param>
/// <param name="Data">The same numbers as a table.</param>
public sealed record ChartBlock(string Title, string Alternative, JsonObject Option, int Width, int Height, TableBlock Data) : Block;

/// <summary>One piece within a line.</summary>
public abstract record Inline;

public sealed record TextInline(string Text) : Inline;

public sealed record StrongInline(IReadOnlyList<Inline> Content) : Inline;

public sealed record EmphasisInline(IReadOnlyList<Inline> Content) : Inline;

/// <param name="Address">Absolute; a path from the root is of this site.</param>
public sealed record LinkInline(string Address, IReadOnlyList<Inline> Content) : Inline;

public sealed record LineBreakInline : Inline;

/// <summary>A printed figure: a link to the page that shows what it was counted from.</summary>
/// <param name="Address">A path of this site.</param>
public sealed record FigureInline(string Address, string Text) : Inline;

/// <summary>A figure that could not be computed, shown where it stands.</summary>
/// <param name="Source">What the author wrote.</param>
public sealed record ErrorInline(string Source, string Message) : Inline;

/// <param name="Number">Of the footnote, from 1.</param>
public sealed record FootnoteInline(int Number) : Inline;
