using System.Text;

namespace Talka.Reporting.Narratives;

/// <summary>Text of others within Markdown.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#|!~&";

    /// <summary>On one line, and meaning nothing but itself.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString().Trim();
    }
}
