using System.Text.RegularExpressions;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>A sentence of the resources with inlines, rather than text, in its places <c>{0}</c>, <c>{1}</c> …</summary>
internal static partial class Sentence
{
    public static List<Inline> Of(string pattern, params ReadOnlySpan<IReadOnlyList<Inline>> parts)
    {
        var inlines = new List<Inline>();
        foreach (var piece in Places().Split(pattern))
        {
            if (piece is ['{', var digit, '}'])
            {
                inlines.AddRange(parts[digit - '0']);
            }
            else if (piece.Length > 0)
            {
                inlines.Add(new TextInline(piece));
            }
        }

        return inlines;
    }

    [GeneratedRegex(@"(?<place>\{[0-9]\})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
