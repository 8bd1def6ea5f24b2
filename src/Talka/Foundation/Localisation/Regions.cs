using System.Globalization;
using System.Text;

namespace Talka.Foundation.Localisation;

/// <summary>A planning region of Latvia with its municipalities, by their official names.</summary>
public sealed record Region(string Code, string Latvian, string English, IReadOnlyList<string> Municipalities)
{
    /// <summary>In the current language.</summary>
    public string Name => Languages.Current == Languages.English ? English : Latvian;
}

/// <summary>
/// The five planning regions (Cabinet Regulation No. 418 of 2021) and the municipalities in them. Municipalities are kept and shown by their Latvian names,
/// as in an address.
/// </summary>
public static class Regions
{
    public static IReadOnlyList<Region> All { get; } =
    [
        new("kurzeme", "Kurzemes plānošanas reģions", "Kurzeme Planning Region",
            ["Dienvidkurzemes novads", "Kuldīgas novads", "Liepāja", "Saldus novads", "Talsu novads", "Ventspils", "Ventspils novads"]),
        new("latgale", "Latgales plānošanas reģions", "Latgale Planning Region",
            ["Augšdaugavas novads", "Balvu novads", "Daugavpils", "Krāslavas novads", "Līvānu novads", "Ludzas novads", "Preiļu novads", "Rēzekne", "Rēzeknes novads"]),
        new("riga", "Rīgas plānošanas reģions", "Riga Planning Region",
        [
            "Ādažu novads", "Jūrmala", "Ķekavas novads", "Limbažu novads", "Mārupes novads", "Ogres novads", "Olaines novads", "Rīga", "Ropažu novads",
            "Salaspils novads", "Saulkrastu novads", "Siguldas novads", "Tukuma novads",
        ]),
        new("vidzeme", "Vidzemes plānošanas reģions", "Vidzeme Planning Region",
            ["Alūksnes novads", "Cēsu novads", "Gulbenes novads", "Madonas novads", "Smiltenes novads", "Valkas novads", "Valmieras novads"]),
        new("zemgale", "Zemgales plānošanas reģions", "Zemgale Planning Region",
            ["Aizkraukles novads", "Bauskas novads", "Dobeles novads", "Jelgava", "Jelgavas novads", "Jēkabpils novads"]),
    ];

    public static Region? Find(string? code) => All.FirstOrDefault(region => region.Code == code);

    /// <summary>The name in the current language; a code that is none comes back as it is.</summary>
    public static string? Name(string? code) => Find(code)?.Name ?? code;

    /// <summary>The region that a person means by its code, its name or the first word of it (<c>Vidzeme</c>); capitals and diacritics make no difference.</summary>
    public static Region? Named(string? typed) => Key(typed) is { Length: > 0 } key
        ? All.FirstOrDefault(region => region.Code == key || Key(region.Latvian) == key || Key(region.English) == key || Key(region.English.Split(' ')[0]) == key
            || Key(region.Latvian.Split(' ')[0]) == key)
        : null;

    /// <summary>The official name of the municipality that a person means, with its region.</summary>
    public static (string Name, Region Region)? Municipality(string? typed)
    {
        var key = Key(typed);
        return key.Length == 0 ? null : (from region in All from name in region.Municipalities where Key(name) == key select ((string, Region)?)(name, region)).FirstOrDefault();
    }

    private static string Key(string? text) => string.Concat((text ?? "").Where(c => !char.IsSurrogate(c) && c < '\uFFFE').ToArray()).Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))
        .Aggregate(new StringBuilder(), (key, c) => key.Append(char.ToLowerInvariant(c))).ToString();
}
