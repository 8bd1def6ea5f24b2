using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Talka.Foundation.Sheets;

/// <summary>Characters that XML cannot hold stand in XLSX as <c>_x0007_</c> (ECMA-376 part 1, 22.9.2.19), and a text that looks so has its underscore escaped.</summary>
internal static partial class XlsxEscapes
{
    public static string Encode(string text)
    {
        if (!text.Contains('_') && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !HasUnpaired(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
            {
                result.Append(c).Append(text[++i]);
            }
            else if ((c < ' ' && c is not ('\t' or '\n')) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (c == '_' && Escape().IsMatch(text, i) && Escape().Match(text, i).Index == i))
            {
                result.Append("_x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    public static string Decode(string text) => !text.Contains("_x", StringComparison.Ordinal)
        ? text
        : Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static bool HasUnpaired(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\uFFFE', '\uFFFF') >= 0;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
