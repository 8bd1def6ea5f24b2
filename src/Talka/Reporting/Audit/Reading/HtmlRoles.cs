using AngleSharp.Dom;

namespace Talka.Reporting.Audit.Reading;

/// <summary>What an element does to the words in it.</summary>
internal enum HtmlRole
{
    Inline,
    Bold,

    /// <summary>Printed above or below the line: an exponent, or the number of a footnote.</summary>
    Raised,

    Block,
    List,
    Item,
    Heading,
    Table,
    Row,
    Cell,

    /// <summary>Nobody sees it.</summary>
    Skipped,
}

/// <summary>An element that the walk is in.</summary>
internal sealed class HtmlFrame(INode node, HtmlRole role)
{
    public INode Node => node;
    public HtmlRole Role => role;
    public int Next { get; set; }
    public bool IsPreformatted { get; init; }
    public int OuterListDepth { get; set; }
}

internal static class HtmlRoles
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static HtmlRole Of(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true)
        {
            return HtmlRole.Skipped;
        }

        return element.LocalName switch
        {
            "script" or "style" or "template" or "head" or "title" or "svg" or "math" or "iframe" or "object" or "noscript" or "del" or "select" or "textarea" => HtmlRole.Skipped,
            "b" or "strong" => HtmlRole.Bold,
            "sup" or "sub" => HtmlRole.Raised,
            "ul" or "ol" or "menu" => HtmlRole.List,
            "li" => HtmlRole.Item,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => HtmlRole.Heading,
            "table" => HtmlRole.Table,
            "tr" => HtmlRole.Row,
            "td" or "th" => HtmlRole.Cell,
            "address" or "article" or "aside" or "blockquote" or "body" or "br" or "caption" or "center" or "dd" or "details" or "dialog" or "div" or "dl" or "dt" or "fieldset"
                or "figcaption" or "figure" or "footer" or "form" or "header" or "hgroup" or "hr" or "legend" or "main" or "nav" or "p" or "pre" or "search" or "section"
                or "summary" or "tbody" or "tfoot" or "thead" => HtmlRole.Block,
            _ => HtmlRole.Inline,
        };
    }

    /// <summary>“2021. ” where a year that began a paragraph was taken for the number of a list, which the list alone tells; else nothing.</summary>
    public static string YearOfItem(IElement item) => item.ParentElement is { LocalName: "ol" } list && int.TryParse(list.GetAttribute("start"), out var start) && start is >= FirstYear and <= LastYear
        && ReferenceEquals(list.FirstElementChild, item) ? $"{start}. " : "";

    /// <summary>The number or sign of a footnote, which must not run together with the number before it.</summary>
    public static bool IsNoteMark(string words) => words.Length <= 6 && !words.Any(char.IsLetter);
}
