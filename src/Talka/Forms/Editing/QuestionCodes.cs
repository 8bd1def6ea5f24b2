using System.Globalization;
using Talka.Foundation;

namespace Talka.Forms.Editing;

/// <summary>Codes for what people name in words.</summary>
internal static class QuestionCodes
{
    private const int Length = 40;

    /// <summary>A code made of a text, unlike those that are taken; it is taken from then on.</summary>
    /// <param name="letter">Begins it where the text gives nothing, or begins with a digit.</param>
    public static string Make(string text, string letter, HashSet<string> taken)
    {
        var slug = Slug.From(PlainText.IsStorable(text, lines: true) ? text : "").Replace('-', '_');
        var stem = slug.Length == 0 || !char.IsAsciiLetterLower(slug[0]) ? (letter + "_" + slug).TrimEnd('_') : slug;
        stem = stem.Length <= Length ? stem : stem[..Length].TrimEnd('_');
        var code = stem;
        for (var i = 2; !taken.Add(code); i++)
        {
            code = stem + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return code;
    }
}
