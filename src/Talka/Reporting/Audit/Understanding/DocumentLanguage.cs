using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Tells Latvian from English by the words that no sentence does without, and the letters that English has not.</summary>
internal static class DocumentLanguage
{
    // A sample is enough: what the first pages are written in, the rest is.
    private const int Sample = 200_000;

    private static readonly HashSet<string> LatvianWords = new(StringComparer.OrdinalIgnoreCase)
        { "un", "par", "ar", "no", "uz", "tika", "gada", "gads", "līdz", "kas", "ir", "kopā", "pie", "nav" };

    private static readonly HashSet<string> EnglishWords = new(StringComparer.OrdinalIgnoreCase)
        { "the", "and", "of", "for", "with", "was", "were", "year", "from", "which", "is", "total", "none", "by" };

    public static string Of(SourceDocument document)
    {
        var (latvian, english) = (0, 0);
        var text = document.Text.AsSpan(0, Math.Min(document.Text.Length, Sample));
        foreach (var c in text)
        {
            latvian += "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ".Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        latvian /= 4;
        foreach (var range in text.SplitAny(" \t\r\n\u00A0.,;:()"))
        {
            if (range.End.Value - range.Start.Value is > 0 and < 6)
            {
                var word = text[range].ToString();
                latvian += LatvianWords.Contains(word) ? 1 : 0;
                english += EnglishWords.Contains(word) ? 1 : 0;
            }
        }

        return english > latvian ? Languages.English : Languages.Latvian;
    }
}
