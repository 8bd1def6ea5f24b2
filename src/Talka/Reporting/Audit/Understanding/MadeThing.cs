using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Which word of a phrase names what is being made.</summary>
internal static class MadeThing
{
    private const int LeastOfPlace = 4;

    // “tērpus deju kopai”: the ending of things alone.
    private const string Several = "us";

    // What is made and one day is there.
    private static readonly string[] Products =
    [
        "ziņojum", "krātuv", "platform", "vietn", "mājas", "pētījum", "stratēģij", "rokasgrāmat", "vadlīnij", "metodik", "datubāz", "lietotn", "film", "grāmat", "izdevum",
        "koncepcij", "katalog", "ceļved", "ceļvež", "karte", "karti", "kartes", "rīkkop", "plān", "arhīv", "reģistr",
        "buklet", "krājum", "programm", "vārdnīc", "pārskat", "pārbaud", "report", "repositor", "platform", "website", "study", "survey", "aptauj", "strateg", "handbook",
        "guide", "methodolog", "database", "app", "translation", "tulkojum", "film", "book", "toolkit", "plan", "map", "catalogue", "catalog", "archive", "curriculum",
        "programme", "standart", "standard", "brochure", "manual", "directory", "portal", "register", "dictionar", "glossar", "documentar",
    ];

    // “Uzsākta sistēmas lietošana” makes none, and neither does systematic work.
    private static readonly string[] Systems = ["sistēma", "sistēmu", "system"];

    // “… rampu bibliotēkā”, “… kursa skolotājiem”: where and for whom it is made, and not what.
    private static readonly string[] OfPlaceOrPeople = ["ā", "ē", "ī", "ū", "ās", "ēs", "īs", "iem", "ām", "ēm"];

    public static bool IsProduct(string word) => Array.Exists(Products, product => word.StartsWith(product, StringComparison.OrdinalIgnoreCase))
        || word.EndsWith("book", StringComparison.OrdinalIgnoreCase) || Systems.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>“standarta izstrāde”, “jumta nomaiņa un rata atjaunošana”: the genitive right before each noun for making.</summary>
    /// <param name="isEmpty">Words that name nothing.</param>
    public static IReadOnlyList<string> BeforeMaking(IReadOnlyList<Token> tokens, int first, int end, Predicate<string> isEmpty)
    {
        var made = new List<string>();
        for (var at = first + 1; at < end; at++)
        {
            var before = at - 1;
            while (before > first && tokens[before].Quoted | IsQuote(tokens[before]))
            {
                before--; // “takas „Desmit pieturas” projektēšana”
            }

            if (MakingWords.Is(tokens, at) && tokens[before] is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 3 } word
                && word.Text[^1] is 's' or 'a' or 'u' && !isEmpty(word.Text))
            {
                made.Add(word.Text);
            }
        }

        return made;
    }

    /// <summary>“compiling a dictionary of sign names”: what is made, and not what it is of or where it stands.</summary>
    /// <param name="words">Those of the phrase that may name it.</param>
    public static string Of(IReadOnlyList<Token> tokens, int first, int end, List<string> words)
    {
        string? named = null;
        for (var at = first; at < end; at++)
        {
            var token = tokens[at];
            if (named is not null && token.Is(MakingWords.Prepositions))
            {
                return named;
            }

            var isPlace = named is not null && token.Text.Length >= LeastOfPlace && (named.EndsWith(Several, StringComparison.Ordinal)
                || (token.IsCapitalised && token.Text.EndsWith("os", StringComparison.Ordinal))
                || Array.Exists(OfPlaceOrPeople, ending => token.Text.EndsWith(ending, StringComparison.Ordinal)));
            named = words.Contains(token.Text) && !isPlace && (named is null || !token.Quoted) ? token.Text : named;
        }

        return named ?? words[^1];
    }

    private static bool IsQuote(Token token) => token.Kind == TokenKind.Sign && token.Text[0] is '"' or '”' or '“' or '„' or '«' or '»';
}
