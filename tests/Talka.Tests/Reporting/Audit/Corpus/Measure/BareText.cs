using System.Text;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Corpus.Measure;

/// <summary>A text without its white space, quotation marks, emphasis and the bars between cells, so that a quote is found however the lines were broken.</summary>
internal sealed class BareText
{
    private const string Item = "- ";

    private readonly string _bare;
    private readonly int[] _at;

    public BareText(string text)
    {
        var bare = new StringBuilder(text.Length);
        _at = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            _at[i] = bare.Length;
            if (!IsSkipped(text[i]))
            {
                bare.Append(text[i]);
            }
        }

        _at[text.Length] = bare.Length;
        _bare = bare.ToString();
    }

    public static string Of(string text) => string.Concat(text.Where(c => !IsSkipped(c)));

    /// <summary>Whether any occurrence of the quote shares a character with the stretch of the original text.</summary>
    /// <remarks>The number of a field or an item, “6. Neatgūto līdzekļu apmērs”, is no part of the text where it was read as a list's.</remarks>
    public bool Overlaps(string quote, Span span) => Overlaps("", quote, "", span) || (AfterNumber(quote) is > 0 and var from && Overlaps("", quote[from..], "", span));

    /// <summary>The same, where the quote stands between these words.</summary>
    public bool Overlaps(string before, string quote, string after, Span span)
    {
        var (from, to) = (_at[span.Start], _at[span.End]);
        var (lead, length) = (Of(before).Length, Of(quote).Length);
        var bare = Of(before + quote + after);
        for (var at = length == 0 ? -1 : _bare.IndexOf(bare, StringComparison.Ordinal); at >= 0; at = _bare.IndexOf(bare, at + 1, StringComparison.Ordinal))
        {
            if (at + lead < to && from < at + lead + length)
            {
                return true;
            }
        }

        // The dash of an item is no part of the text where it was read as a list's.
        return before.StartsWith(Item, StringComparison.Ordinal) && Overlaps(before[Item.Length..], quote, after, span);
    }

    private static int AfterNumber(string quote) => quote.IndexOf(". ", StringComparison.Ordinal) is (1 or 2) and var dot
        && quote.AsSpan(0, dot).ContainsAnyExceptInRange('0', '9') is false && dot + 2 < quote.Length && char.IsUpper(quote[dot + 2]) ? dot + 2 : 0;

    private static bool IsSkipped(char c) => char.IsWhiteSpace(c) || c is '"' or '“' or '”' or '„' or '«' or '»' or '*' or '|' or '\u00AD' or '\u200B' or '\uFEFF' or '\u2060';
}
