namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Sentences as a total sees them: a semicolon ends none, since it parts what is added up, and a number may end one: “Instagram 9. Kopā …”.
/// </summary>
public static class FullSentences
{
    private static readonly HashSet<string> Abbreviations = ["plkst", "nr", "gada", "tel", "tālr", "reģ", "piem", "min", "st", "sk", "utt", "tml", "milj", "tūkst", "resp", "prof", "red", "art", "dr", "mr", "mrs", "incl", "pils", "sab"];

    /// <summary>The number of its sentence for each token, from 0.</summary>
    public static int[] Of(IReadOnlyList<Token> tokens)
    {
        var numbers = new int[tokens.Count];
        var number = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            numbers[at] = number;
            number += IsEnd(tokens, at) ? 1 : 0;
        }

        return numbers;
    }

    /// <summary>Whether a sentence ends with this token.</summary>
    public static bool IsEnd(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Sign || token.Quoted || token.Text[0] is not ('.' or '!' or '?' or '•'))
        {
            return false;
        }

        if (token.Text[0] != '.' || at + 1 == tokens.Count)
        {
            return true;
        }

        var (before, after) = (tokens.Peek(at - 1), tokens[at + 1]);
        return after.SpaceBefore && !(before.Kind == TokenKind.Word && (before.Text.Length == 1 || Abbreviations.Contains(before.Text)))
            && (after.IsCapitalised || (after.Kind != TokenKind.Word && before.Kind != TokenKind.Digits) || after.Quoted);
    }
}
