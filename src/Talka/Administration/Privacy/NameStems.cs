using Talka.Foundation.Data;

namespace Talka.Administration.Privacy;

/// <summary>How a name is looked for in Latvian text, where it is declined: by the beginnings of its words, without their endings.</summary>
internal static class NameStems
{
    private const int Shortest = 3;

    /// <summary><c>Anna Piemēra</c>: <c>ann</c>, <c>piemer</c>, which also finds <c>Annai Piemērai</c>. All of them are to be found together.</summary>
    public static IReadOnlyList<string> Of(string name) =>
        [.. TextSearch.Words(name).Select(Stem).Where(stem => stem.Length >= Shortest)];

    // "Jānis" loses two letters, "Anna" and "Piemēra" one
    private static string Stem(string word) =>
        word.Length > Shortest + 1 && word[^1] is 's' or 'š' && "aeiu".Contains(word[^2], StringComparison.Ordinal) ? word[..^2]
        : word.Length > Shortest && "aeiuoš".Contains(word[^1], StringComparison.Ordinal) ? word[..^1]
        : word;
}
