using static Talka.Foundation.Ui.Texts;

namespace Talka.Foundation.Localisation;

/// <summary>What an implementation year is called in the current language. Latvian writes no dot after a Roman numeral.</summary>
public static class YearNames
{
    /// <summary><c>II īstenošanas gads</c>, <c>Implementation year II</c>.</summary>
    public static string Full(int ordinal) => T("YearFull", Ordinals.Roman(ordinal));

    /// <summary>As <see cref="Full"/>, inside a sentence.</summary>
    public static string Inside(int ordinal) => T("YearInside", Ordinals.Roman(ordinal));

    /// <summary><c>II gads</c>, <c>Year II</c>: where it is plain which years are meant.</summary>
    public static string Brief(int ordinal) => T("YearShort", Ordinals.Roman(ordinal));
}
