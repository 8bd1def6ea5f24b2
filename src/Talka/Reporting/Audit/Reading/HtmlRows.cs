namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Rows of a table whose tags were left in a text, <c>&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;td&gt;b&lt;/td&gt;&lt;/tr&gt;</c>: to the reader they are rows with tabs, each a line
/// of its own.
/// </summary>
internal static class HtmlRows
{
    private static readonly string[] OfTables = ["table", "thead", "tbody", "tfoot", "tr", "td", "th"];

    private readonly record struct Tag(string Name, bool Closes, int Start, int Length);

    /// <summary>The text, of the same length, with tabs and spaces for the tags of such rows.</summary>
    /// <param name="lines">In which each row becomes a line with the number of the one that it stands in.</param>
    public static string AsTabs(string text, List<TextLine> lines)
    {
        if (!text.Contains("</tr>", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var signs = text.ToCharArray();
        var read = new List<TextLine>(lines.Count);
        foreach (var line in lines)
        {
            var tags = Tags(text, line);
            if (tags.Exists(tag => tag is { Name: "tr", Closes: true }))
            {
                Part(signs, line, tags, read);
            }
            else
            {
                read.Add(line);
            }
        }

        lines.Clear();
        lines.AddRange(read);
        return new(signs);
    }

    // Between two cells a tab, and a new line behind each row.
    private static void Part(char[] signs, TextLine line, List<Tag> tags, List<TextLine> read)
    {
        var (start, cells) = (line.Start, 0);
        foreach (var tag in tags)
        {
            signs.AsSpan(tag.Start, tag.Length).Fill(' ');
            if (tag is { Closes: false, Name: "td" or "th" })
            {
                signs[tag.Start] = cells++ > 0 ? '\t' : ' ';
            }
            else if (tag is { Closes: false, Name: "table" } or { Closes: true, Name: "tr" })
            {
                var end = tag.Closes ? tag.Start + tag.Length : tag.Start;
                Add(signs, line, start, end, read);
                (start, cells) = (end, 0);
            }
        }

        Add(signs, line, start, line.Start + line.Length, read);
    }

    private static void Add(char[] signs, TextLine line, int start, int end, List<TextLine> read)
    {
        if (!signs.AsSpan(start, end - start).IsWhiteSpace())
        {
            read.Add(new(line.Number, start, end - start));
        }
    }

    private static List<Tag> Tags(string text, TextLine line)
    {
        var tags = new List<Tag>();
        var end = line.Start + line.Length;
        for (var at = text.IndexOf('<', line.Start, line.Length); at >= 0; at = at < end ? text.IndexOf('<', at, end - at) : -1)
        {
            if (StrayTag.Read(text.AsSpan(at, end - at), out var length, out _) == TagKind.None || length == 0)
            {
                at++;
                continue;
            }

            var closes = text[at + 1] == '/';
            var name = at + (closes ? 2 : 1);
            if (Array.Find(OfTables, known => text.AsSpan(name, length - (name - at) - 1).StartsWith(known, StringComparison.OrdinalIgnoreCase)
                && !char.IsAsciiLetter(text[name + known.Length])) is { } found)
            {
                tags.Add(new(found, closes, at, length));
            }

            at += length;
        }

        return tags;
    }
}
