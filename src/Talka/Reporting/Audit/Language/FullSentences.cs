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
        return after.SpaceBefore && !BeginsAnItem(tokens, at) && !(before.Kind == TokenKind.Word && (before.Text.Length == 1 || Abbreviations.Contains(before.Text)))
            && (after.IsCapitalised || (after.Kind != TokenKind.Word && before.Kind != TokenKind.Digits) || after.Quoted);
    }

    /// <summary>Index after the last token of the sentence in which a token stands.</summary>
    public static int EndAfter(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && !IsEnd(tokens, at))
        {
            at++;
        }

        return Math.Min(tokens.Count, at + 1);
    }

    /// <summary>Whether what ends before this token ends its sentence too, with its own stop or with the next one.</summary>
    public static bool IsOver(IReadOnlyList<Token> tokens, int end) => end >= tokens.Count || IsEnd(tokens, end) || IsEnd(tokens, end - 1);

    // “Trīs talkas: 23.04.2022. Kolkā (54), 21.05.2022. Mazirbē (37)”: the day of what is listed, whose stop ends nothing. The last of days alone, “15.02. un 12.09.2022.”, may end a sentence.
    private static bool BeginsAnItem(IReadOnlyList<Token> tokens, int at) =>
        at >= 5 && tokens[at - 1] is { Kind: TokenKind.Digits, Text.Length: 4 } && tokens[at - 2].IsSign('.')
        && IsDayOrMonth(tokens[at - 3]) && tokens[at - 4].IsSign('.') && IsDayOrMonth(tokens[at - 5])
        && (at == 5 || (tokens[at - 6].Is("un", "and") && !tokens.Peek(at - 7).IsSign('.')) || tokens[at - 6].IsDash
            || tokens[at - 6].IsSign(',') || tokens[at - 6].IsSign(';') || tokens[at - 6].IsSign(':') || tokens[at - 6].IsSign('('));

    private static bool IsDayOrMonth(Token token) => token is { Kind: TokenKind.Digits, Text.Length: <= 2 };
}
