using Talka.Foundation.Localisation;

namespace Talka.Forms;

/// <summary>The texts of this feature in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);

    /// <summary>The form of a text that goes with a number: the keys end in Zero, One and Other.</summary>
    public static string Count(string key, long number, params ReadOnlySpan<object?> args) =>
        T(key + (Languages.Current == Languages.English ? Plural.English(number, "One", "Other") : Plural.Latvian(number, "Zero", "One", "Other")), args);
}
