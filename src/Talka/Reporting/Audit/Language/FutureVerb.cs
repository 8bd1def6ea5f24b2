namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Latvian verbs of the future that no list has, by what stands around them: <c>asistenti aprūpēs 46 seniorus</c>. A noun in the locative ends alike, but has
/// no object, and then another verb stands in the clause.
/// </summary>
internal static class FutureVerb
{
    private const int Least = 6;
    private const int LeastOfNoun = 5;
    private const int MostOfClause = 12;

    private static readonly string[] Endings = ["ēs", "īs"];

    private static readonly string[] NoSubjects = ["ās", "os", "ēs", "īs"];

    private static readonly string[] SubjectEndings = ["i", "s", "a", "e", "as", "es"];

    private static readonly string[] OtherVerbs = ["ja", "jām", "jās", "āts", "āta", "āti", "ātas", "ēts", "ēta", "ēti", "ētas", "īts", "īta", "īti", "ītas", "ots", "ota",
        "oti", "otas", "ot", "dami", "damas", "ami", "uši", "usi", "ušas"];

    /// <summary>Such a verb, with its subject before and its object after it.</summary>
    public static bool HasObject(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at] is not { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, Text.Length: >= Least } verb || !Ends(verb, Endings))
        {
            return false;
        }

        var subject = tokens.Peek(at - 1);
        var noun = tokens.Peek(at + 1).Kind == TokenKind.Digits || NumberWords.Of(tokens.Peek(at + 1)) is not null ? at + 2 : at + 1;
        return subject is { Kind: TokenKind.Word, Text.Length: >= LeastOfNoun } && Ends(subject, SubjectEndings) && !Ends(subject, NoSubjects)
            && tokens.Peek(noun) is { Kind: TokenKind.Word, IsCapitalised: false, Text.Length: >= LeastOfNoun } thing && thing.Text.EndsWith("us", StringComparison.Ordinal)
            && !Clause(tokens, at).Any(other => tokens[other].Is("ir", "bija", "tika", "nav", "būt") || (tokens[other].Text.Length > 2 && Ends(tokens[other], OtherVerbs)));
    }

    private static IEnumerable<int> Clause(IReadOnlyList<Token> tokens, int at)
    {
        var (first, end) = (at, at + 1);
        while (first > 0 && at - first < MostOfClause && !IsLimit(tokens[first - 1]))
        {
            first--;
        }

        while (end < tokens.Count && end - at < MostOfClause && !IsLimit(tokens[end]))
        {
            end++;
        }

        return Enumerable.Range(first, end - first).Where(other => other != at && tokens[other].Kind == TokenKind.Word);
    }

    private static bool IsLimit(Token token) => token is { Kind: TokenKind.Sign, Text: "," or "." or ";" or ":" or "(" or "!" or "?" };

    private static bool Ends(Token token, string[] endings) => Array.Exists(endings, ending => token.Text.EndsWith(ending, StringComparison.Ordinal));
}
