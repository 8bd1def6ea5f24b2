using System.Collections.Frozen;

namespace Talka.Reporting.Audit.Language;

/// <summary>Small numbers in words, in every gender and case: <c>trīs</c>, <c>divās</c>, <c>divdesmit</c>, <c>twelve</c>.</summary>
public static class NumberWords
{
    private static readonly string[] English =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static readonly string[] EnglishTens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Declined = ["", "", "div", "", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ"];
    private static readonly string[] Endings = ["i", "u", "iem", "us", "os", "as", "ām", "ās"];

    private static readonly string[] Teens =
        ["vienpadsmit", "divpadsmit", "trīspadsmit", "četrpadsmit", "piecpadsmit", "sešpadsmit", "septiņpadsmit", "astoņpadsmit", "deviņpadsmit"];

    private static readonly string[] Tens = ["trīsdesmit", "četrdesmit", "piecdesmit", "sešdesmit", "septiņdesmit", "astoņdesmit", "deviņdesmit"];

    private static readonly FrozenDictionary<string, int> Values = All().ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number that a token names; null when it names none.</summary>
    public static int? Of(Token token) => token.Kind == TokenKind.Word && Values.TryGetValue(token.Text, out var value) ? value : null;

    /// <summary>The number that begins at a token, with the index of the token after it: also of several words, as <c>divdesmit trīs</c>, <c>viens simts piecdesmit</c> and <c>two hundred and five</c> are.</summary>
    public static (int Value, int End)? At(IReadOnlyList<Token> tokens, int at)
    {
        if (Hundreds(tokens, at) is not { } hundreds)
        {
            return BelowHundred(tokens, at);
        }

        var end = tokens.Peek(hundreds.End).Is("and") && BelowHundred(tokens, hundreds.End + 1) is not null ? hundreds.End + 1 : hundreds.End;
        return BelowHundred(tokens, end) is { } rest ? (hundreds.Value + rest.Value, rest.End) : hundreds;
    }

    // “viens simts”, “divi simti”, “simts”, “three hundred”
    private static (int Value, int End)? Hundreds(IReadOnlyList<Token> tokens, int at) =>
        IsHundred(tokens.Peek(at)) ? tokens[at].Is("simts") ? (100, at + 1) : null
        : Of(tokens.Peek(at)) is >= 1 and < 10 and var count && IsHundred(tokens.Peek(at + 1)) ? (count * 100, at + 2) : null;

    private static bool IsHundred(Token token) => token is { Quoted: false } && token.Is("simts", "simti", "simtu", "simtiem", "simtus", "hundred");

    private static (int Value, int End)? BelowHundred(IReadOnlyList<Token> tokens, int at)
    {
        if (Of(tokens.Peek(at)) is not { } first)
        {
            return null;
        }

        return first is >= 20 and < 100 && first % 10 == 0 && Of(tokens.Peek(at + 1)) is { } second and < 10 ? (first + second, at + 2) : (first, at + 1);
    }

    private static IEnumerable<(string Word, int Value)> All()
    {
        foreach (var word in new[] { "viens", "viena", "vienu", "vienam", "vienai", "vienā", "vienas" })
        {
            yield return (word, 1);
        }

        foreach (var word in new[] { "trīs", "trim", "triju", "trijos", "trijās", "trijiem", "trijām" })
        {
            yield return (word, 3);
        }

        for (var i = 0; i < Declined.Length; i++)
        {
            foreach (var ending in Declined[i].Length > 0 ? Endings : [])
            {
                yield return (Declined[i] + ending, i);
            }
        }

        yield return ("desmit", 10);
        yield return ("divdesmit", 20);
        for (var i = 0; i < Tens.Length; i++)
        {
            yield return (Tens[i], (i + 3) * 10);
        }

        for (var i = 0; i < Teens.Length; i++)
        {
            yield return (Teens[i], i + 11);
        }

        for (var i = 0; i < English.Length; i++)
        {
            yield return (English[i], i + 1);
        }

        foreach (var (i, ten) in EnglishTens.Prepend("twenty").Index())
        {
            for (var one = 0; one < 10; one++)
            {
                if (i > 0 || one > 0)
                {
                    yield return (one == 0 ? ten : $"{ten}-{English[one - 1]}", ((i + 2) * 10) + one);
                }
            }
        }
    }
}
