using System.Globalization;
using System.Text;

namespace Talka.Foundation.Files;

public static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>
    /// A name that came from outside, fit to show and to download under: no folders, control or direction-changing characters,
    /// at most 120 characters, its extension kept.
    /// </summary>
    public static string Safe(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator) && !(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value)) && rune.Value != 0xFFFD)
            {
                clean.Append(rune.ToString());
            }
        }

        var text = Trim(clean.ToString());
        if (text.Length == 0)
        {
            return "file";
        }

        if (text.Length <= MaxLength)
        {
            return text;
        }

        var extension = Path.GetExtension(text) is { Length: <= 10 } short_ ? short_ : "";
        var stem = text[..(MaxLength - extension.Length)];
        return Trim(char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        return text[start..end];

        static bool IsEdge(char letter) => letter == '.' || char.IsWhiteSpace(letter);
    }
}
