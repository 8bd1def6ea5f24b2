using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// What the words of one making have in common: <c>solu krāsošana</c>, <c>soli nokrāsoti</c>. Of <c>izstrādāt</c> and <c>prepare</c>, which are said of
/// everything, none is taken.
/// </summary>
internal static class MakingRoots
{
    private const int Least = 4;

    // So long a root is of nothing else, also in a noun: “programmēšana”, “programma”.
    private const int LeastOfNoun = 7;

    private static readonly Stems OfAll = ["izstrād", "izveid", "sagatav", "veido", "rakst", "ierakst", "sacer", "gatav", "sastād", "apkop", "vāk", "tulko", "ieviešan",
        "develop", "prepar", "creat", "writ", "design", "draft", "compil", "collect",
        "translat", "projekt", "construct", "layout", "edit", "record", "set", "put", "mak", "produc", "build"];

    // The longest first.
    private static readonly string[] Endings = ["ēšana", "ēšanu", "ošana", "ošanu", "īšana", "īšanu", "āšana", "āšanu", "šana", "šanu", "ācija", "āciju", "ation", "ing", "ēt",
        "ot", "īt", "āt", "e", "i", "u", "a", "t", "s"];

    private static readonly string[] Prefixes = ["no", "uz", "ie", "iz", "pa", "sa", "aiz", "pār", "at", "ap", "pie"];

    private static readonly string[] Participles = ["ts", "ta", "ti", "tas", "tie", "tā", "tās", "to", "tos", "tajā", "tajos", "tajās", "tām", "tiem", "ja", "jām", "ed"];

    /// <summary>The root of the word for making in a range; null where it has none of its own.</summary>
    public static string? Of(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if ((MakingWords.Is(tokens, at) || MakingWords.IsToMake(tokens, at, at - 1) || MakingWords.IsToMakeInEnglish(tokens, at, at - 2)) && !tokens[at].StartsWith(OfAll)
                && Cut(tokens[at].Text) is { Length: >= Least } root)
            {
                return root;
            }
        }

        return null;
    }

    /// <summary>A word of what was done so, and not of its doing: “nokrāsoti”, “restored”.</summary>
    public static bool IsDone(IReadOnlyList<Token> tokens, int at, string root) => tokens[at].Kind == TokenKind.Word && !tokens[at].Quoted
        && (root.Length >= LeastOfNoun || tokens.Peek(at - 1).Is("pēc", "after") || IsOfDone(tokens[at]))
        && (Begins(tokens[at].Text, root) || Prefixes.Any(prefix => tokens[at].StartsWith(prefix) && Begins(tokens[at].Text[prefix.Length..], root)))
        && (!(MakingWords.Is(tokens, at) || tokens[at].StartsWith(MakingWords.Nouns)) || tokens.Peek(at - 1).Is("pēc", "after"));

    /// <summary>“izmērītas”, “measured”: a word of what was done, whatever it was.</summary>
    public static bool IsOfDone(Token token) => token.Kind == TokenKind.Word && Array.Exists(Participles, ending => token.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool Begins(string word, string root) => word.StartsWith(root, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string word)
    {
        var root = Array.Find(Endings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending ? word[..^ending.Length] : word;
        return root.Length > Least && root[^1] == root[^2] ? root[..^1] : root;
    }
}
