using System.Buffers;

namespace Talka.Reporting.Audit.Reading;

/// <summary>A line of a text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="BeginsPage">What was printed at the end of a page has been taken out before it, so that the empty lines there say nothing.</param>
internal readonly record struct TextLine(int Number, int Start, int Length, bool BeginsPage = false);

/// <summary>Cuts a text into lines, whatever ends them.</summary>
internal static class TextLines
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    // Below and above this, lines end where their author wanted them to.
    private const int NarrowestWrap = 60;
    private const int WidestWrap = 140;

    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        var number = 1;
        for (var start = 0; start < text.Length; number++)
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            length = length < 0 ? text.Length - start : length;
            lines.Add(new TextLine(number, start, length));
            var end = start + length;
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The width that the lines were broken at by a program, or 0 when they were not.</summary>
    public static int WrapWidth(string text, IReadOnlyList<TextLine> lines)
    {
        var longest = 0;
        foreach (var line in lines)
        {
            longest = Math.Max(longest, text.AsSpan(line.Start, line.Length).TrimEnd().Length);
        }

        if (longest is < NarrowestWrap or > WidestWrap)
        {
            return 0;
        }

        var full = lines.Count(line => line.Length > longest * 0.8);
        return full >= 4 && full * 4 >= lines.Count(line => line.Length > 0) ? longest : 0;
    }
}
