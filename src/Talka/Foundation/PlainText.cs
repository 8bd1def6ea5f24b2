using System.Text;

namespace Talka.Foundation;

/// <summary>What may be kept as text, wherever it was typed.</summary>
public static class PlainText
{
    /// <summary>
    /// Whether every place that text goes to can hold it: PostgreSQL keeps no NUL, UTF-8 no lone surrogate, XML (spreadsheets, DOCX)
    /// no other control character but tab and line breaks.
    /// </summary>
    /// <param name="lines">Whether it may have line breaks.</param>
    public static bool IsStorable(string text, bool lines = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
            else if ((c < ' ' && c != '\t' && !(lines && c is '\n' or '\r')) || c is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lines end in a line feed, whatever the browser or the spreadsheet sent; nothing else is a line end.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Without blanks around and in Unicode normal form C, so that equal words are equal; null when nothing is left. What is not storable is only trimmed.</summary>
    public static string? Tidy(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        return !IsStorable(trimmed, lines: true) || trimmed.IsNormalized(NormalizationForm.FormC) ? trimmed : trimmed.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Letters and their marks apart, for comparing. What is no text (half a surrogate pair, U+FFFE) is left out: ICU fails on it.</summary>
    public static string Decomposed(string text, NormalizationForm form = NormalizationForm.FormD) =>
        (IsStorable(text, lines: true) ? text : string.Concat(text.Where(c => !char.IsSurrogate(c) && c < '\uFFFE'))).Normalize(form);
}
