using Talka.Foundation.Localisation;

namespace Talka.Work.Events.SigningUp;

/// <summary>The texts of this feature in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);

    /// <summary>Null for a key that there is not: for those that an address brings along.</summary>
    public static string? Find(string key) => Source.Find(key);

    /// <summary>The form of a text that goes with a number: the keys end in Zero, One and Other.</summary>
    public static string Count(string key, long number) =>
        T(key + (Languages.Current == Languages.English ? Plural.English(number, "One", "Other") : Plural.Latvian(number, "Zero", "One", "Other")), Format.Number(number));
}
