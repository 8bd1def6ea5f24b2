using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

public enum TokenKind
{
    /// <summary>Letters, also with inner hyphens, apostrophes and digits after the first letter.</summary>
    Word,

    /// <summary>A run of the digits 0–9.</summary>
    Digits,

    /// <summary>One character that is neither letter, digit nor white space.</summary>
    Sign,

    /// <summary>A web or mail address.</summary>
    Address,
}

/// <summary>The smallest piece that grammars work with.</summary>
/// <param name="SpaceBefore">White space, or the beginning of the passage, stands before it.</param>
/// <param name="Quoted">It stands between quotation marks: a name or a title, which says nothing by itself.</param>
public readonly record struct Token(TokenKind Kind, int Start, string Text, bool SpaceBefore, bool Quoted)
{
    public int End => Start + Text.Length;
    public Span Span => new(Start, Text.Length);

    /// <summary>The form that it has as the document's word for an implementation year, where that is another than “gads” or “year”: “posms”, “stage”.</summary>
    public YearForm? YearNoun { get; init; }

    public bool IsSign(char sign) => Kind == TokenKind.Sign && Text[0] == sign;
    public bool IsDash => Kind == TokenKind.Sign && Text[0] is '-' or '\u2013' or '\u2014' or '\u2212';
    public bool Is(string word) => Kind == TokenKind.Word && Text.Length == word.Length && MayBegin(word) && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
    public bool Is(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool StartsWith(string stem) => Kind == TokenKind.Word && Text.Length >= stem.Length && MayBegin(stem) && Text.StartsWith(stem, StringComparison.OrdinalIgnoreCase);
    public bool StartsWith(Stems stems) => Kind == TokenKind.Word && stems.Begin(Text);
    public bool IsCapitalised => Kind == TokenKind.Word && char.IsUpper(Text[0]);

    // Nearly all comparisons fail at the first letter, and need none of the next.
    private bool MayBegin(string with) => ((Text[0] ^ with[0]) & ~0x20) == 0 || (Text[0] | with[0]) > '\u007F';
}
