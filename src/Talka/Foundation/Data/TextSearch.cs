namespace Talka.Foundation.Data;

/// <summary>
/// Text as search compares it: small letters, and the length of vowels left aside, as Latvians expect; č, ģ, š … stay letters of their own.
/// The database has the same as the function <c>talka_fold</c>, so a query can use it on a column.
/// </summary>
public static class TextSearch
{
    private const int MostWords = 8;

    public static string Fold(string text)
    {
        var small = text.ToLowerInvariant();
        return small.AsSpan().IndexOfAny("āēīōū") < 0 ? small : small.Replace('ā', 'a').Replace('ē', 'e').Replace('ī', 'i').Replace('ō', 'o').Replace('ū', 'u');
    }

    /// <summary>The words of a search, folded; all of them have to be found. The first eight are looked at.</summary>
    public static IReadOnlyList<string> Words(string? search) =>
        [.. Fold(search ?? "").Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
}
