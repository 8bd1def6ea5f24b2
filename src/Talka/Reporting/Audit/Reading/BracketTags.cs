using System.Text.RegularExpressions;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Tags in square brackets, as editors of web pages write them: <c>[h2]Budget[/h2]</c>, <c>[li]…[/li]</c>. They do what HTML's do.</summary>
internal static partial class BracketTags
{
    /// <summary>The text, of the same length, with HTML's signs around those names of HTML's tags that are closed somewhere.</summary>
    public static string AsTags(string text)
    {
        var closed = Closing().Matches(text).Select(match => match.Groups[1].Value)
            .Where(name => StrayTag.Read($"<{name}>", out _, out _) != TagKind.None).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return closed.Count == 0 ? text : Tag().Replace(text, match => closed.Contains(match.Groups[1].Value) ? $"<{match.Value[1..^1]}>" : match.Value);
    }

    [GeneratedRegex(@"\[/([A-Za-z]{1,10}[1-6]?)\]")]
    private static partial Regex Closing();

    [GeneratedRegex(@"\[/?([A-Za-z]{1,10}[1-6]?)(?: [^\[\]<>\n]{0,200})?\]")]
    private static partial Regex Tag();
}
