using System.Buffers;

namespace Talka.Foundation.Sheets;

/// <summary>
/// Spreadsheet programs run a CSV cell that starts like a formula, so a text that does is written with an apostrophe before it,
/// and read without it again. A text that already looks so escaped gets one more; thus writing and reading give back every text as it was.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r");

    public static string Escape(string text) => LooksLikeFormula(text) ? "'" + text : text;

    public static string Unescape(string text) => text.Length > 1 && text[0] == '\'' && LooksLikeFormula(text) ? text[1..] : text;

    private static bool LooksLikeFormula(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && Starts.Contains(rest[0]);
    }
}
