namespace Talka.Reporting.Audit.Language;

/// <summary>The names of months: Latvian in every case and number, English, and the abbreviations of both.</summary>
public static class Months
{
    private static readonly string[] LatvianStems =
        ["janvār", "februār", "mart", "aprīl", "maij", "jūnij", "jūlij", "august", "septembr", "oktobr", "novembr", "decembr"];

    private static readonly string[] LatvianEndings =
        ["s", "is", "a", "am", "im", "u", "i", "ā", "ī", "os", "us", "iem", "jos", "ja"];

    private static readonly string[] English =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly Dictionary<string, int> Names = Build();

    /// <summary>The month that a word names, 1–12; null when it names none.</summary>
    public static int? Of(Token token) => token.Kind == TokenKind.Word && Names.TryGetValue(token.Text, out var month) ? month : null;

    /// <summary>Whether an English name; only after those may a day's number follow.</summary>
    public static bool IsEnglish(Token token) => Array.Exists(English, name => name.Equals(token.Text, StringComparison.OrdinalIgnoreCase)
        || (token.Text.Length is 3 or 4 && name.StartsWith(token.Text, StringComparison.OrdinalIgnoreCase)));

    private static Dictionary<string, int> Build()
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 1; month <= 12; month++)
        {
            foreach (var ending in LatvianEndings)
            {
                names[LatvianStems[month - 1] + ending] = month;
            }

            // “aprīlis” softens its l: “aprīļa”.
            foreach (var ending in LatvianEndings)
            {
                names.TryAdd(LatvianStems[month - 1].Replace("aprīl", "aprīļ") + ending, month);
            }

            names[English[month - 1]] = month;
            names[English[month - 1][..3]] = month;
        }

        foreach (var (name, month) in new[] { ("febr", 2), ("jūn", 6), ("jūl", 7), ("sept", 9), ("okt", 10), ("apr", 4), ("maijs", 5), ("janv", 1) })
        {
            names[name] = month;
        }

        return names;
    }
}
