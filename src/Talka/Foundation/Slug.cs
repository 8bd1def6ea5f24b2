using System.Globalization;
using System.Text;

namespace Talka.Foundation;

/// <summary>Names for addresses and files: small Latin letters, digits and single hyphens (<c>noturiba-2025</c>).</summary>
public static class Slug
{
    public const int MaxLength = 60;

    /// <summary>A slug made of a title; the marks of Latvian letters are dropped. Empty when the title holds no letter or digit that has a Latin base.</summary>
    public static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        if (slug.Length > MaxLength)
        {
            slug.Length = MaxLength;
        }

        return slug.ToString().Trim('-');
    }

    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && From(slug) == slug;
}
