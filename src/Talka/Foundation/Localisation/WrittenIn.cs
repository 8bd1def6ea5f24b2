using System.Buffers;
using System.Text.RegularExpressions;

namespace Talka.Foundation.Localisation;

/// <summary>
/// The language of what people wrote themselves: titles, tasks, descriptions. It is kept nowhere, but Latvian gives itself away by its letters and
/// both languages by their small words. Names alone tell nothing: <c>Seminar in Rīga</c> is not Latvian.
/// </summary>
public static partial class WrittenIn
{
    private static readonly SearchValues<char> LatvianLetters = SearchValues.Create("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ");

    /// <summary>The language to mark a text with, so that it is read aloud rightly; null where it is that of what surrounds it, or cannot be told.</summary>
    /// <param name="around">Null for the language of the page, which is the reader's.</param>
    public static string? Foreign(string? text, string? around = null) =>
        Of(text) is { } language && language != (around ?? Languages.Current) ? language : null;

    /// <summary>Null where it cannot be told.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var english = EnglishWords().IsMatch(text);
        var latvian = text.AsSpan().ContainsAny(LatvianLetters) || LatvianWords().IsMatch(text);
        return english == latvian ? null : latvian ? Languages.Latvian : Languages.English;
    }

    [GeneratedRegex(@"\b(the|of|and|for|with|from|in|at|on|by|is|are|was)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"\b(un|par|ar|uz|kas|pie|vai)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatvianWords();
}
