namespace Talka.Reporting.Audit.Reading;

/// <summary>Tags in square brackets, as editors of web pages write them: <c>[h2]Budget[/h2]</c>, <c>[li]…[/li]</c>. They do what HTML's do.</summary>
internal static class BracketTags
{
    private const int LongestTag = 200;

    /// <summary>The text, of the same length, with HTML's signs around those names of HTML's tags that are closed somewhere.</summary>
    public static string AsTags(string text)
    {
        var closed = new HashSet<string>(Tags(text).Where(tag => text[tag.Start + 1] == '/').Select(tag => tag.Name), StringComparer.OrdinalIgnoreCase);
        closed.RemoveWhere(name => StrayTag.Read($"<{name}>", out _, out _) == TagKind.None);
        if (closed.Count == 0)
        {
            return text;
        }

        var signs = text.ToCharArray();
        foreach (var (start, end, name) in Tags(text))
        {
            (signs[start], signs[end]) = closed.Contains(name) ? ('<', '>') : ('[', ']');
        }

        return new(signs);
    }

    // What stands in brackets and begins like a tag, with or without a slash.
    private static IEnumerable<(int Start, int End, string Name)> Tags(string text)
    {
        for (var start = text.IndexOf('['); start >= 0; start = text.IndexOf('[', start + 1))
        {
            var first = start + 1 < text.Length && text[start + 1] == '/' ? start + 2 : start + 1;
            var last = first;
            while (last < text.Length && char.IsAsciiLetterOrDigit(text[last]))
            {
                last++;
            }

            if (last > first && last < text.Length && text[last] is ']' or ' ' && text.IndexOf(']', last, Math.Min(LongestTag, text.Length - last)) is > 0 and var end)
            {
                yield return (start, end, text[first..last]);
            }
        }
    }
}
