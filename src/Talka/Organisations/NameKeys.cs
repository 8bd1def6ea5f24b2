using System.Globalization;
using System.Text;
using Talka.Foundation;

namespace Talka.Organisations;

/// <summary>
/// Names of organisations as search and the finding of doubles compare them: small letters without diacritics, words apart by one blank, without the legal form
/// and marks. <c>Biedrība “Ķekavas Ūdensroze”</c> and <c>KEKAVAS UDENSROZE, biedr.</c> are the same.
/// </summary>
public static class NameKeys
{
    private const int MostWords = 8;

    // Legal forms, as registers and people write them, already folded
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "biedriba", "biedr", "nodibinajums", "nodib", "arodbiedriba", "sia", "as", "association", "society", "foundation", "ngo", "nvo",
    };

    private static readonly string[] LongForms = ["sabiedriba ar ierobezotu atbildibu", "akciju sabiedriba", "sabiedriska organizacija"];

    /// <summary>The key of a name; of one that is nothing but a legal form the form itself. Empty when it has no letter or digit.</summary>
    public static string Of(string name)
    {
        var folded = Fold(name);
        var bare = folded;
        foreach (var form in LongForms)
        {
            bare = (" " + bare + " ").Replace(" " + form + " ", " ", StringComparison.Ordinal).Trim();
        }

        var words = bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !LegalForms.Contains(word)).ToList();
        var key = words.Count == 0 ? folded : string.Join(' ', words);
        return key.Length <= Organisation.NameLength ? key : key[..Organisation.NameLength].TrimEnd();
    }

    /// <summary>The words of a search; all of them are to be found in the key.</summary>
    public static IReadOnlyList<string> Words(string? search) =>
        [.. Of(search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    private static string Fold(string text)
    {
        var letters = new StringBuilder(text.Length);
        // Half of a surrogate pair comes as U+FFFD, which is no letter; what is no character at all has no normal form
        foreach (var rune in text.EnumerateRunes().Where(rune => (rune.Value & 0xFFFE) != 0xFFFE))
        {
            foreach (var c in PlainText.Decomposed(rune.ToString(), NormalizationForm.FormKD).ToLowerInvariant())
            {
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                {
                    letters.Append(c);
                }
                else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol)
                    && letters.Length > 0 && letters[^1] != ' ')
                {
                    letters.Append(' ');
                }
            }
        }

        return letters.ToString().Trim();
    }
}
