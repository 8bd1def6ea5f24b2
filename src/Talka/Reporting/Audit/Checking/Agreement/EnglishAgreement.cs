using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Agreement;

/// <summary>English nouns, known or not, in a form whose ending says whether it is of one or of several: <c>1 callers</c>, <c>1 training sessions</c>, <c>11 instructor were trained</c>.</summary>
internal static class EnglishAgreement
{
    private const int LeastLetters = 5;
    private const int MostAttributes = 2;

    // Endings of nouns; a verb that says what “1” does has another.
    private static readonly string[] Nouns = ["ers", "ors", "ists", "ions", "ments", "ings", "ees", "ants", "ents", "shops", "alls", "ours", "ets", "tres", "ives"];
    private static readonly string[] NoPlurals = ["ss", "us", "is", "as", "ics", "'s", "’s"];
    private static readonly string[] OfOneToo = ["headquarters", "premises", "lens", "offers", "covers", "enters", "mentions", "presents", "meets", "gets", "lets", "calls", "sees", "series", "species", "means", "news",
        "always", "sometimes", "perhaps", "across", "towards", "besides", "sports", "arts", "crafts", "states", "goods", "others", "times", "months", "years", "weeks", "hours", "minutes"];

    // “11 instructor were trained”: who does something; the verb says that there are several.
    private static readonly string[] Agents = ["or", "er", "ist", "ian", "ee"];
    private static readonly string[] NoAgents = ["other", "further", "number", "summer", "winter"];
    private static readonly string[] Comparatives = ["younger", "longer", "larger", "bigger", "smaller", "higher", "lower", "stronger", "earlier", "former", "latter",
        "newer", "fewer", "better", "greater", "another", "together", "however", "either", "neither", "whether", "rather", "quarter"];
    private static readonly string[] Numbered = ["class", "room", "group", "year", "team", "grade", "section", "no"];

    private static readonly string[] Before = ["and", "with", "of", "only", "just", "for", "to", "from", "by", "including", "where", "when", "that", "which", "about", "another"];
    private static readonly string[] Done = ["had", "were", "was", "gave", "received", "held", "got", "ran", "made", "took", "met", "wrote", "sent", "told", "said", "came", "left", "withdrew", "won",
        "spoke", "led", "began", "found", "saw", "brought", "taught", "went", "grew", "sang", "drew", "kept", "built", "bought", "sold", "put", "read", "has", "have"];
    private static readonly string[] After = ["and", "of", "in", "from", "at", "with", "who", "out", "on", "per", "for", "because", "while", "during", "but", "could", "can", "would"];
    private static readonly string[] Acting = ["attended", "came", "joined", "participated", "completed", "received", "applied", "graduated", "passed", "withdrew", "left", "enrolled", "volunteered", "who"];
    private static readonly string[] Lengths = ["day", "week", "month", "year", "hour", "minute"];

    /// <summary>Each number with a noun that is not in its form, and whether it should be of one.</summary>
    public static IEnumerable<(Span Where, long Count, bool NeedsSingular)> Of(Passage passage)
    {
        var tokens = passage.Tokens;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Quoted || CountGrammar.Number(tokens, at) is not var (count, end, inWords) || (count is >= 1990 and <= 2100 && !inWords))
            {
                continue;
            }

            if (passage.IsOfWork && count == 1 && ((IsBeforeOne(tokens, at) ? Plural(tokens, at, end) : null) ?? OfPair(tokens, at, end)) is { } several)
            {
                yield return (Span.Between(tokens[at].Start, tokens[several].End), count, true);
            }
            else if (count > 1 && (IsLength(tokens, end) && passage.IsOfWork ? end : Agent(tokens, at, end)) is { } one)
            {
                yield return (Span.Between(tokens[at].Start, tokens[one].End), count, false);
            }

            at = end - 1;
        }
    }

    /// <summary>Whether “one” in words counts the noun after it: not “no one”, “one of”, “every one”.</summary>
    public static bool IsOne(IReadOnlyList<Token> tokens, int number, int after) => tokens[number].Is("one") && IsBeforeOne(tokens, number) && GoesOn(tokens, after);

    /// <summary>What comes after a noun in the singular cannot be what it is an attribute of.</summary>
    public static bool EndsAfterOne(IReadOnlyList<Token> tokens, int after)
    {
        var next = tokens.Peek(after);
        return next.Is("and") ? !SharesNoun(tokens, after + 1)
            : (next.Kind == TokenKind.Sign && !next.IsDash) || next.Is("were", "was", "on", "in", "of", "for", "took", "with") || next.Is(Acting)
            || (next.Is("a", "an", "per", "each") && tokens.Peek(after + 1).Is(Lengths));
    }

    // “two community and three school events”: the noun comes only at the end.
    private static bool SharesNoun(IReadOnlyList<Token> tokens, int number) => CountGrammar.Number(tokens, number) is (_, var end, _)
        && tokens.Peek(end + 1) is { Kind: TokenKind.Word, Text: [_, _, .., 's'] } && !tokens.Peek(end).Text.EndsWith('s');

    // “Year 1 covers …” numbers a year, and counts nothing; “this year 1 new choirs” counts.
    private static bool IsBeforeOne(IReadOnlyList<Token> tokens, int number)
    {
        var before = tokens.Peek(number - 1);
        return number == 0 || before.Is(Before) || before.Is(Done) || before is { Kind: TokenKind.Word, Text: [_, _, _, .., 'e', 'd'] }
            || (before.Is("year") && tokens.Peek(number - 2).Is("this", "that", "last", "same"))
            || (before.Kind == TokenKind.Sign && !before.IsDash && before.Text[0] is not ('.' or '/' or '’' or '\'')) || FullSentences.IsEnd(tokens, number - 1);
    }

    // “took on 1 horses and 12 sheep”: counted beside others, after a verb of two words.
    private static int? OfPair(IReadOnlyList<Token> tokens, int number, int noun) => tokens[number].Kind == TokenKind.Digits && IsPlain(tokens.Peek(noun))
        && tokens[noun] is { Text: [_, _, _, _, .., 's'] } word && !Ends(word, NoPlurals) && !word.Is(OfOneToo) && tokens.Peek(noun + 1).Is("and")
        && tokens.Peek(noun + 2).Kind == TokenKind.Digits && tokens.Peek(noun + 3) is { Kind: TokenKind.Word } && tokens.Peek(number - 1).Is("on", "up", "over")
        && tokens.Peek(number - 2).Is(Done) ? noun : null;

    // “1 samplers”, “1 training sessions”, “1 press releases”: at most two words that say what sort of thing it is, and then several.
    private static int? Plural(IReadOnlyList<Token> tokens, int number, int first)
    {
        for (var noun = first; noun <= first + MostAttributes && IsPlain(tokens.Peek(noun)); noun++)
        {
            var word = tokens[noun];
            if (tokens[number].Kind == TokenKind.Word && word.Text.EndsWith("ed", StringComparison.Ordinal))
            {
                return null; // “from tins one counted soup bowls”: who did it
            }

            if (word.Text.Length >= LeastLetters && word.Text[^1] == 's' && !Ends(word, NoPlurals))
            {
                var isNoun = Ends(word, Nouns) || tokens.Peek(number - 1).Is(Done) || tokens.Peek(number - 1).Is(Before) || noun > first;
                return isNoun && (!word.Is(OfOneToo) || tokens.Peek(noun + 1).Is("out", "of")) && (noun > first || CountNoun.At(tokens, noun) is null || tokens[number].Kind != TokenKind.Digits)
                    && GoesOn(tokens, noun + 1) ? noun : null;
            }
        }

        return null;
    }

    private static bool IsPlain(Token word) => word is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, SpaceBefore: true } && !word.Is(Before) && !word.Is(Done) && !word.Is(After) && !word.Is("or", "the", "a");

    private static bool GoesOn(IReadOnlyList<Token> tokens, int at)
    {
        var after = tokens.Peek(at);
        return (after.Kind == TokenKind.Sign && !after.IsDash && !after.IsSign('\'') && !after.IsSign('’') && !after.IsSign('/') && !after.IsSign(':'))
            || after.Is(After) || after.Is(Done) || after is { Kind: TokenKind.Word, Text: [_, _, _, .., 'e', 'd'] } || (after.Is("a", "each") && tokens.Peek(at + 1).Is(Lengths));
    }

    // “cleared in four day;”
    private static bool IsLength(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Is(Lengths) && tokens[at].SpaceBefore && tokens.Peek(at + 1) is { Kind: TokenKind.Sign, IsDash: false } sign
        && (sign.IsSign('.') || sign.IsSign(',') || sign.IsSign(';')) && !tokens.Peek(at - 2).Is(Lengths) && !tokens.Peek(at - 2).Is("a", "the");

    private static int? Agent(IReadOnlyList<Token> tokens, int number, int first)
    {
        var at = CountGrammar.IsEmpty(tokens.Peek(first)) ? first + 1 : first;
        return tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, Text.Length: > 5 } word && tokens[number].Kind == TokenKind.Digits && !word.Is(NoAgents) && Ends(word, Agents)
            && (tokens.Peek(at + 1).Is("were") || IsOneOfPair(tokens, at) || IsWhoDid(tokens, number, at)) && (at > first || CountNoun.At(tokens, at) is null) ? at : null;
    }

    // “31 conductor took part”: right after it a verb of the past, which would have another word before it if it were not theirs.
    private static bool IsWhoDid(IReadOnlyList<Token> tokens, int number, int at) => !tokens[at].Is(Comparatives) && tokens[number].Text is not { Length: 4 } && !tokens.Peek(number - 1).Is(Numbered)
        && ((tokens.Peek(at + 1).Is("took") && tokens.Peek(at + 2).Is("part")) || tokens.Peek(at + 1).Is(Acting));

    // “230 guests and 21 singer.”: at the end, beside a number of others.
    private static bool IsOneOfPair(IReadOnlyList<Token> tokens, int at) => at >= 4 && at + 1 < tokens.Count && FullSentences.IsEnd(tokens, at + 1) && tokens[at - 2].Is("and")
        && tokens[at - 3] is { Kind: TokenKind.Word, Text: [.., 's'] } && tokens[at - 4].Kind == TokenKind.Digits;

    private static bool Ends(Token word, string[] endings) => Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
