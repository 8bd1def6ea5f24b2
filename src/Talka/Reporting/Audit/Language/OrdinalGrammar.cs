using System.Collections.Frozen;
using System.Globalization;

namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Ordinals of implementation years: <c>2.</c>, <c>II</c>, <c>II.</c>, <c>otrais</c>, <c>otrajā</c>, <c>2nd</c>, <c>second</c>; after the word “year” also <c>two</c>.
/// </summary>
public static class OrdinalGrammar
{
    private const int Most = 20;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    private static readonly string[] LatvianStems = ["pirm", "otr", "treš", "ceturt", "piekt", "sest", "septīt", "astot", "devīt", "desmit"];
    private static readonly string[] LatvianEndings = ["ais", "ajā", "ā", "o", "ajam", "aj", "ie", "ajos", "ajiem"];
    private static readonly string[] English = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] EnglishCardinals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly FrozenDictionary<string, int> Words = Numbered(LatvianStems.SelectMany((stem, at) => LatvianEndings.Select(ending => (stem + ending, at + 1))).Concat(English.Select((word, at) => (word, at + 1))));
    private static readonly FrozenDictionary<string, int> Cardinals = Numbered(EnglishCardinals.Select((word, at) => (word, at + 1)));

    /// <summary>The ordinal that begins at a token, and how many tokens it takes with its point; null when none does.</summary>
    public static (int Value, int Length)? Read(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (token.Kind == TokenKind.Digits)
        {
            return token.Text.Length <= 2 && int.Parse(token.Text, CultureInfo.InvariantCulture) is >= 1 and <= Most and var number
                ? (number, IsSuffix(tokens.Peek(at + 1)) || IsPoint(tokens, at + 1) ? 2 : 1) : null;
        }

        if (token.Kind != TokenKind.Word)
        {
            return null;
        }

        if (token.Text[0] is 'I' or 'V' or 'X' && Array.IndexOf(Roman, token.Text) is >= 0 and var roman)
        {
            return (roman + 1, IsPoint(tokens, at + 1) ? 2 : 1);
        }

        return Words.TryGetValue(token.Text, out var value) ? (value, 1) : null;
    }

    /// <summary>As <see cref="Read"/>, and <c>one</c>, <c>two</c> …: how English numbers a year after the word.</summary>
    public static (int Value, int Length)? ReadAfterNoun(IReadOnlyList<Token> tokens, int at) =>
        Read(tokens, at) is { } read ? read
        : tokens.Peek(at) is { Kind: TokenKind.Word } word && Cardinals.TryGetValue(word.Text, out var value) ? (value, 1) : null;

    private static FrozenDictionary<string, int> Numbered(IEnumerable<(string Word, int Value)> words) => words.ToFrozenDictionary(each => each.Word, each => each.Value, StringComparer.OrdinalIgnoreCase);

    private static bool IsPoint(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { SpaceBefore: false } token && token.IsSign('.');

    private static bool IsSuffix(Token token) => !token.SpaceBefore && token.Is("st", "nd", "rd", "th");
}
