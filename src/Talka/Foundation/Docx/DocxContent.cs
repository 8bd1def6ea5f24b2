namespace Talka.Foundation.Docx;

/// <summary>A stretch of text of one look.</summary>
/// <param name="Link">An absolute address that it leads to, or null. Only http, https and mailto are written as links.</param>
public sealed record DocxRun(string Text, bool Bold = false, bool Italic = false, string? Link = null)
{
    public static implicit operator DocxRun(string text) => new(text);
}

/// <summary>One item of a list.</summary>
/// <param name="Level">0 to 5; larger is deeper.</param>
public sealed record DocxItem(IReadOnlyList<DocxRun> Runs, int Level = 0)
{
    public static implicit operator DocxItem(string text) => new([text]);
}

public enum DocxAlign { Left, Right, Center }

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the page's width in relation to the other columns.</param>
public sealed record DocxColumn(string Header, DocxAlign Align = DocxAlign.Left, int Width = 1);

/// <summary>A row of a table, cell by cell.</summary>
/// <param name="Total">Printed as a sum: bold, under a line.</param>
public sealed record DocxRow(IReadOnlyList<IReadOnlyList<DocxRun>> Cells, bool Total = false)
{
    public static DocxRow Of(params IReadOnlyList<string> cells) => new([.. cells.Select(cell => (IReadOnlyList<DocxRun>)[cell])]);

    public static DocxRow Sum(params IReadOnlyList<string> cells) => Of(cells) with { Total = true };
}

/// <summary>A picture.</summary>
/// <param name="Png">What every word processor shows.</param>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Width">In pixels of 1/96 inch; larger than the page's text is scaled down.</param>
/// <param name="Svg">The same, drawn with lines: newer ones show it instead, sharp at every size.</param>
public sealed record DocxImage(ReadOnlyMemory<byte> Png, string Alternative, int Width, int Height, string? Svg = null);
