using System.Globalization;

namespace Talka.Reporting.Narratives;

internal enum TokenKind { Word, Number, Amount, Date, Sign, Line, Figure }

/// <summary>A piece of an author's text that checks can reason about.</summary>
/// <param name="Value">Of a number or an amount.</param>
internal sealed record Token(TokenKind Kind, int Start, int Length, string Text, decimal Value = 0, DateOnly Date = default, bool Quoted = false)
{
    public int End => Start + Length;

    public bool StartsWith(string stem) => Kind == TokenKind.Word && Text.StartsWith(stem, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads a text into words, numbers, amounts of money and dates; addresses of the web are passed over.</summary>
internal sealed class TextTokens
{
    private readonly string _source;
    private readonly List<Token> _tokens = [];
    private bool _quoted;
    private int _at;

    private TextTokens(string source) => _source = source;

    public static IReadOnlyList<Token> Read(Narrative narrative)
    {
        var reader = new TextTokens(narrative.Source);
        foreach (var part in narrative.Parts)
        {
            if (part is TextPart)
            {
                reader.ReadTo(part.Offset + part.Length);
            }
            else
            {
                reader.Add(TokenKind.Figure, part.Length);
            }
        }

        return reader._tokens;
    }

    private void ReadTo(int end)
    {
        while (_at < end)
        {
            var c = _source[_at];
            if (c == '\n')
            {
                _quoted = false;
                Add(TokenKind.Line, 1);
            }
            else if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (char.IsAsciiDigit(c))
            {
                Digits(end);
            }
            else if (char.IsLetter(c))
            {
                Word(end);
            }
            else
            {
                _quoted = _quoted ? c is not ('“' or '”') : c is '“' or '„';
                Add(TokenKind.Sign, 1);
            }
        }
    }

    private void Word(int end)
    {
        var rest = _source.AsSpan(_at, end - _at);
        var isAddress = rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.");
        var length = 0;
        while (length < rest.Length && (isAddress ? !char.IsWhiteSpace(rest[length]) : char.IsLetterOrDigit(rest[length])))
        {
            length++;
        }

        Add(isAddress ? TokenKind.Sign : TokenKind.Word, length);
    }

    private void Digits(int end)
    {
        if (DateReader.Read(_source, _at, end) is var (date, dateLength))
        {
            Add(TokenKind.Date, dateLength, date: date);
            return;
        }

        var at = Run(_at, end);
        if (at < end && char.IsLetter(_source[at]))
        {
            Word(end);
            return;
        }

        if (at - _at <= 3)
        {
            while (at + 3 < end && _source[at] is (' ' or '\u00A0' or '\u202F') && Run(at + 1, end) == at + 4)
            {
                at += 4;
            }
        }

        var whole = _source[_at..at];
        var cents = Cents(at, end);
        var number = string.Concat(whole.Where(char.IsAsciiDigit));
        if (number.Length > 15)
        {
            Add(TokenKind.Sign, at - _at);
        }
        else if (cents is var (length, text))
        {
            Add(TokenKind.Amount, at + length - _at, decimal.Parse(number + "." + text, CultureInfo.InvariantCulture));
        }
        else
        {
            Add(TokenKind.Number, at - _at, decimal.Parse(number, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Two decimals, as money has them; <c>542, 05 euro</c> is read as it was meant.</summary>
    private (int Length, string Text)? Cents(int at, int end)
    {
        if (at >= end || _source[at] is not (',' or '.'))
        {
            return null;
        }

        var digits = at + 1;
        while (digits < end && _source[digits] == ' ')
        {
            digits++;
        }

        if (Run(digits, end) != digits + 2)
        {
            return null;
        }

        var after = _source.AsSpan(digits + 2, end - digits - 2).TrimStart();
        var isEuro = after.TrimStart('*').TrimStart('_').StartsWith("eur", StringComparison.OrdinalIgnoreCase) || after.StartsWith("€");
        return isEuro || (_source[at] == ',' && digits == at + 1) ? (digits + 2 - at, _source.Substring(digits, 2)) : null;
    }

    private int Run(int from, int end)
    {
        while (from < end && char.IsAsciiDigit(_source[from]))
        {
            from++;
        }

        return from;
    }

    private void Add(TokenKind kind, int length, decimal value = 0, DateOnly date = default)
    {
        _tokens.Add(new(kind, _at, length, _source.Substring(_at, length), value, date, _quoted));
        _at += length;
    }
}
