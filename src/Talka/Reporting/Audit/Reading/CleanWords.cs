using System.Globalization;
using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Words as people see them: runs of white space are one space (a no-break one stays what it is), and control characters, soft hyphens and
/// invisible marks are not there.
/// </summary>
internal static class CleanWords
{
    public static string Of(ReadOnlySpan<char> words)
    {
        var text = new StringBuilder(words.Length);
        AppendTo(text, words);
        return text.ToString();
    }

    public static void AppendTo(StringBuilder text, ReadOnlySpan<char> words)
    {
        var start = text.Length;
        var space = '\0';
        var combining = false;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (char.IsWhiteSpace(c))
            {
                space = space is '\0' or ' ' && c is '\u00A0' or '\u202F' or '\u2007' ? c : space == '\0' ? ' ' : space;
                continue;
            }

            if (c >= '\u007F' ? IsInvisible(c) : c < ' ')
            {
                continue;
            }

            if (space != '\0' && text.Length > start)
            {
                text.Append(space);
            }

            space = '\0';
            combining |= c is >= '\u0300' and <= '\u036F';
            if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
            {
                text.Append(c).Append(words[++i]);
            }
            else
            {
                text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }

        if (combining)
        {
            // Some programs write “ā” as “a” and a macron.
            var composed = text.ToString(start, text.Length - start).Normalize(NormalizationForm.FormC);
            text.Length = start;
            text.Append(composed);
        }
    }

    private static bool IsInvisible(char c) => c is '\u007F' or '\u00AD' or '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
