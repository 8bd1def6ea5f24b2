namespace Talka.Reporting.Audit.Language;

/// <summary>A stretch of a passage's tokens.</summary>
/// <param name="End">Index of the token after its last.</param>
public readonly record struct TokenRange(int First, int End)
{
    public bool Contains(int at) => First <= at && at < End;
}

/// <summary>Cuts a passage into sentences, and lists within it into their items. A point after a number, an initial or an abbreviation ends none.</summary>
public static class Sentences
{
    private static readonly string[] Abbreviations = ["nr", "g", "gs", "plkst", "sk", "piem", "utt", "resp", "st", "tel", "reģ", "reg", "mr", "mrs", "dr", "prof", "no", "al", "eur", "milj", "tūkst", "u", "c", "t"];

    public static IReadOnlyList<TokenRange> Of(IReadOnlyList<Token> tokens)
    {
        var sentences = new List<TokenRange>();
        var first = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Ends(tokens, at))
            {
                var end = at + 1;
                if (end > first)
                {
                    sentences.Add(new(first, end));
                }

                first = end;
            }
        }

        if (first < tokens.Count)
        {
            sentences.Add(new(first, tokens.Count));
        }

        return sentences;
    }

    /// <summary>The sentence that a token stands in.</summary>
    public static TokenRange At(IReadOnlyList<TokenRange> sentences, int token)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].First <= token ? (middle, high) : (low, middle - 1);
        }

        return sentences[low];
    }

    // “… bija 230. Metodiskais līdzeklis …”: too large for an ordinal, and no year.
    private static bool IsNumber(Token digits) => digits.Text.Length == 3 || digits is { Text: [>= '4' and <= '9', _] } || (digits.Text.Length >= 4 && digits is not { Text: ['1' or '2', '9' or '0', _, _] });

    // “… on 5 October 2021. On 12 October …”: after an English month no ordinal follows.
    private static bool IsOfMonth(IReadOnlyList<Token> tokens, int digits) => tokens[digits].Text.Length == 4 && tokens.Peek(digits - 1) is { IsCapitalised: true } month
        && Months.IsEnglish(month);

    // “… carried over to 2023. Of the 2023 money …”: no Latvian word, which the number would be the ordinal of.
    internal static bool BeginsInEnglish(Token token) => token.IsCapitalised && token.Is("of", "in", "the", "at", "on", "for", "from", "we", "it", "this", "these", "there", "our", "both", "all", "by", "as", "another", "after", "during", "they");

    private static bool Ends(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Sign || token.Quoted)
        {
            return false;
        }

        if (token.Text[0] is ';' or '!' or '?' or '•')
        {
            return true;
        }

        var (before, after) = (tokens.Peek(at - 1), tokens.Peek(at + 1));
        return token.Text[0] == '.' && after.SpaceBefore && !token.SpaceBefore && (before.Kind != TokenKind.Digits || (after.IsCapitalised && (IsNumber(before)
            || IsOfMonth(tokens, at - 1) || BeginsInEnglish(after))))
            && !(before.Kind == TokenKind.Word && (before.Text.Length == 1 || before.Is(Abbreviations)))
            && (after.IsCapitalised || after.Kind == TokenKind.Digits || after.Text[0] is '“' or '„' or '"' or '(' or '–' or '-' or '\0');
    }
}
