using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>Cuts a stretch of text into tokens. Linear in its length.</summary>
public static class Tokenizer
{
    private const int LeastOfLeader = 4;
    private const string Opening = "\u201E\u201C\u00AB";
    private const string Closing = "\u201D\u201C\u00BB";

    /// <summary>The tokens of a stretch; their positions are those in the whole text.</summary>
    /// <param name="words">Words that were read before: a long document has each of them once.</param>
    public static IReadOnlyList<Token> Read(string text, Span span, HashSet<string>? words = null)
    {
        words ??= [];
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new List<Token>();
        var quoted = false;
        var space = true;
        for (var at = span.Start; at < span.End;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                at++;
                continue;
            }

            if (Leader(text.AsSpan(at, span.End - at)) is > 0 and var dots)
            {
                space = true;
                at += dots;
                continue;
            }

            var kind = Kind(text.AsSpan(at, span.End - at));
            var length = Length(text.AsSpan(at, span.End - at), kind);
            if (kind == TokenKind.Sign)
            {
                // “ opens in English and closes in Latvian; " does both.
                quoted = c == '"' ? !quoted && HasAnother(text, at + 1, span.End, '"')
                    : quoted ? !Closing.Contains(c, StringComparison.Ordinal)
                    : Opening.Contains(c, StringComparison.Ordinal) && (at + 1 < span.End && !char.IsWhiteSpace(text[at + 1]));
            }

            if (!known.TryGetValue(text.AsSpan(at, length), out var word))
            {
                words.Add(word = text.Substring(at, length));
            }

            tokens.Add(new Token(kind, at, word, space, quoted));
            space = false;
            at += length;
        }

        tokens.TrimExcess();
        return tokens;
    }

    // “Plānots .......... 19 750,00”: dots that lead the eye from a name to its number are space.
    private static int Leader(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExcept('.', '…', '·');
        length = length < 0 ? rest.Length : length;
        return length >= LeastOfLeader ? length : 0;
    }

    private static bool HasAnother(string text, int from, int end, char sign) => text.AsSpan(from, end - from).Contains(sign);

    private static TokenKind Kind(ReadOnlySpan<char> rest)
    {
        if (char.IsAsciiDigit(rest[0]))
        {
            return TokenKind.Digits;
        }

        if (!char.IsLetter(rest[0]))
        {
            return TokenKind.Sign;
        }

        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsMail(rest) ? TokenKind.Address : TokenKind.Word;
    }

    private static bool IsMail(ReadOnlySpan<char> rest)
    {
        var length = Math.Min(rest.Length, 254);
        var at = 0;
        while (at < length && (char.IsLetterOrDigit(rest[at]) || rest[at] is '.' or '-' or '_' or '+'))
        {
            at++;
        }

        return at > 0 && at + 1 < length && rest[at] == '@' && char.IsLetterOrDigit(rest[at + 1]);
    }

    private static int Length(ReadOnlySpan<char> rest, TokenKind kind)
    {
        var length = 1;
        switch (kind)
        {
            case TokenKind.Digits:
                while (length < rest.Length && char.IsAsciiDigit(rest[length]))
                {
                    length++;
                }

                break;
            case TokenKind.Word:
                while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || IsInner(rest, length)))
                {
                    length++;
                }

                break;
            case TokenKind.Address:
                while (length < rest.Length && !char.IsWhiteSpace(rest[length]) && rest[length] is not ('<' or '>' or '"' or '“' or '”' or ')' or ';'))
                {
                    length++;
                }

                while (length > 1 && rest[length - 1] is '.' or ',')
                {
                    length--;
                }

                break;
        }

        return length;
    }

    private static bool IsInner(ReadOnlySpan<char> rest, int at) =>
        rest[at] is '-' or '\'' or '\u2019' && at + 1 < rest.Length && char.IsLetter(rest[at + 1]) && char.IsLetter(rest[at - 1]);
}
