using System.Text.RegularExpressions;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Rows of a table whose tags were left in a text, <c>&lt;tr&gt;&lt;td&gt;a&lt;/td&gt;&lt;td&gt;b&lt;/td&gt;&lt;/tr&gt;</c>: to the reader they are rows with
/// tabs, each a line of its own.</summary>
internal static partial class HtmlRows
{
    /// <summary>The text, of the same length, with tabs and spaces for the tags of such rows.</summary>
    /// <param name="lines">In which each row becomes a line with the number of the one that it stands in.</param>
    public static string AsTabs(string text, List<TextLine> lines)
    {
        if (!text.Contains("</tr>", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var signs = text.ToCharArray();
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            var line = lines[at];
            if (Row().Matches(text[line.Start..(line.Start + line.Length)]) is not { Count: > 0 } rows)
            {
                continue;
            }

            var (parts, start) = (new List<TextLine>(), line.Start);
            foreach (Match row in rows)
            {
                Add(start, line.Start + row.Index);
                Part(signs.AsSpan(line.Start + row.Index, row.Length), row.Value);
                start = line.Start + row.Index + row.Length;
                parts.Add(new(line.Number, start - row.Length, row.Length));
            }

            Add(start, line.Start + line.Length);
            lines.RemoveAt(at);
            lines.InsertRange(at, parts);

            void Add(int from, int end)
            {
                var rest = signs.AsSpan(from, end - from);
                Blank(rest, text[from..end], TableTag());
                if (!rest.IsWhiteSpace())
                {
                    parts.Add(new(line.Number, from, end - from));
                }
            }
        }

        return new(signs);
    }

    // Between two cells a tab; the first and the last of the tags are nothing.
    private static void Part(Span<char> signs, string row)
    {
        var cells = CellTag().Matches(row);
        Blank(signs, row, CellTag());
        foreach (var cell in cells.Skip(1))
        {
            if (cell.Value[1] != '/' && !cell.Value.StartsWith("<tr", StringComparison.OrdinalIgnoreCase) && cells.Any(other => other.Index < cell.Index && other.Value[1] != '/'
                && !other.Value.StartsWith("<tr", StringComparison.OrdinalIgnoreCase)))
            {
                signs[cell.Index] = '\t';
            }
        }
    }

    private static void Blank(Span<char> signs, string text, Regex tags)
    {
        foreach (var tag in tags.EnumerateMatches(text))
        {
            signs.Slice(tag.Index, tag.Length).Fill(' ');
        }
    }

    [GeneratedRegex("<tr(\\s[^<>]*)?>.*?</tr>", RegexOptions.IgnoreCase)]
    private static partial Regex Row();

    [GeneratedRegex("</?(tr|td|th)(\\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex CellTag();

    [GeneratedRegex("</?(table|thead|tbody|tfoot)(\\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex TableTag();
}
