using System.Collections.Frozen;

namespace Talka.Reporting.Audit.Reading;

/// <summary>What an HTML tag does to the text around it.</summary>
internal enum TagKind
{
    /// <summary>It is not a tag but text, such as the sign in “a &lt; b”.</summary>
    None,

    /// <summary>It leaves the words around it in one block.</summary>
    Inline,

    /// <summary>It ends a block.</summary>
    Boundary,
    Item,
    ListStart,
    ListEnd,
    Heading,
}

/// <summary>HTML tags that were left in a text when it was copied from a web page.</summary>
internal static class StrayTag
{
    private const int LongestTag = 600;

    private static readonly FrozenSet<string> Boundaries = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "p", "div", "br", "hr", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "section", "article", "header", "footer", "main", "nav", "aside",
        "blockquote", "pre", "dl", "dt", "dd", "figure", "figcaption", "form", "fieldset", "address", "body", "html", "head", "title");

    private static readonly FrozenSet<string> Inlines = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "meta", "link", "input", "button", "svg", "script", "style");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BoundaryNames = Boundaries.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inlines.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The tag that a text begins with.</summary>
    /// <param name="rest">Begins with <c>&lt;</c>.</param>
    /// <param name="length">Of the tag with both signs; 0 when it is none.</param>
    /// <param name="level">Of a heading.</param>
    public static TagKind Read(ReadOnlySpan<char> rest, out int length, out int level)
    {
        (length, level) = (0, 0);
        var near = rest[..Math.Min(rest.Length, LongestTag)];
        if (near.StartsWith("<!--") && near.IndexOf("-->") is var comment and > 0)
        {
            length = comment + 3;
            return TagKind.Inline;
        }

        var closes = near.Length > 1 && near[1] == '/';
        var start = closes ? 2 : 1;
        var at = start;
        while (at < near.Length && (char.IsAsciiLetterOrDigit(near[at]) || near[at] == ':'))
        {
            at++;
        }

        if (at == start || at == near.Length || !(char.IsWhiteSpace(near[at]) || near[at] is '/' or '>')
            || near[at..].IndexOfAny('<', '>') is not (var end and >= 0) || near[at + end] != '>')
        {
            return TagKind.None;
        }

        var name = near[start..at];
        var kind = Kind(name, closes);
        level = kind == TagKind.Heading ? name[1] - '0' : 0;
        length = kind == TagKind.None ? 0 : at + end + 1;
        return kind;
    }

    private static TagKind Kind(ReadOnlySpan<char> name, bool closes)
    {
        if (name.Equals("li", StringComparison.OrdinalIgnoreCase))
        {
            return closes ? TagKind.Boundary : TagKind.Item;
        }

        if (name.Equals("ul", StringComparison.OrdinalIgnoreCase) || name.Equals("ol", StringComparison.OrdinalIgnoreCase))
        {
            return closes ? TagKind.ListEnd : TagKind.ListStart;
        }

        if (name.Length == 2 && name[0] is 'h' or 'H' && name[1] is >= '1' and <= '6')
        {
            return closes ? TagKind.Boundary : TagKind.Heading;
        }

        return BoundaryNames.Contains(name) ? TagKind.Boundary : InlineNames.Contains(name) ? TagKind.Inline : TagKind.None;
    }
}
