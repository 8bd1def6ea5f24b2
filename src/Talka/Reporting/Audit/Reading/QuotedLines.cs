namespace Talka.Reporting.Audit.Reading;

/// <summary>Lines that a form or a letter set off as somebody's answer, <c>&gt;&gt; Seminars were held in Ogre</c>: what they say begins after the sign.</summary>
internal static class QuotedLines
{
    private const int LeastLines = 5;
    private const char Sign = '>';

    /// <summary>The lines without it, where many have it.</summary>
    public static List<TextLine> Bare(string text, List<TextLine> lines) => lines.Count(line => Mark(text, line) > 0) < LeastLines ? lines
        : lines.ConvertAll(line => Mark(text, line) is var mark ? line with { Start = line.Start + mark, Length = line.Length - mark } : line);

    // Of the signs, and of the blank after them; a tag that was left over, “<b>”, begins otherwise.
    private static int Mark(string text, TextLine line)
    {
        var words = text.AsSpan(line.Start, line.Length);
        var signs = words.IndexOfAnyExcept(Sign) is >= 0 and var other ? other : words.Length;
        return signs == 0 || (signs < words.Length && words[signs] != ' ') ? 0 : Math.Min(signs + 1, words.Length);
    }
}
