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
}
