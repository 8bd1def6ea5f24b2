namespace Talka.Reporting.Audit.Language;

/// <summary>Several implementation years one after another: <c>Years 1 to 3</c>, <c>I–III gads</c>, <c>no 1. līdz 3. gadam</c>.</summary>
public static class YearRangeGrammar
{
    /// <summary>The ordinals of the first and the last, and how many tokens it takes; null when none begins there.</summary>
    public static (int From, int To, int Length)? Read(IReadOnlyList<Token> tokens, int at) => AfterNoun(tokens, at) ?? BeforeNoun(tokens, at);

    // “Years 1 to 3”, “Year 1–3”, “Years one and two”; but “from year 1 to year 2” is a way.
    private static (int, int, int)? AfterNoun(IReadOnlyList<Token> tokens, int at)
    {
        var isSeveral = tokens.Peek(at).Is("years", "gadi", "gados", "gadiem", "gadus");
        if (!isSeveral && !tokens.Peek(at).Is("year", "gads"))
        {
            return null;
        }

        return OrdinalGrammar.ReadAfterNoun(tokens, at + 1) is { } first && Between(tokens, at + 1 + first.Length, isSeveral) is { } second
            && OrdinalGrammar.ReadAfterNoun(tokens, second) is { } last && AreYears(tokens, first.Value, last.Value, second)
            ? (first.Value, last.Value, second + last.Length - at) : null;
    }

    // “1.–3. gads”, “I–III gadā kopā”, “no pirmā līdz trešajam gadam”
    private static (int, int, int)? BeforeNoun(IReadOnlyList<Token> tokens, int at)
    {
        var start = tokens.Peek(at).Is("no", "from") ? at + 1 : at;
        if (OrdinalGrammar.Read(tokens, start) is not { } first || Between(tokens, start + first.Length, isSeveral: true) is not { } second
            || OrdinalGrammar.Read(tokens, second) is not { } last || !AreYears(tokens, first.Value, last.Value, second))
        {
            return null;
        }

        var noun = second + last.Length;
        return tokens.Peek(noun).StartsWith("gad") || tokens.Peek(noun).Is("year", "years") ? (first.Value, last.Value, noun + 1 - at) : null;
    }

    private static int? Between(IReadOnlyList<Token> tokens, int at, bool isSeveral) =>
        tokens.Peek(at).IsDash || (isSeveral && tokens.Peek(at).Is("to", "līdz", "through", "till", "until", "and", "un")) || tokens.Peek(at).IsSign('&') ? at + 1 : null;

    private static bool AreYears(IReadOnlyList<Token> tokens, int from, int to, int second) =>
        from < to && (!(tokens[second - 1].Is("and", "un") || tokens[second - 1].IsSign('&')) || to == from + 1);
}
