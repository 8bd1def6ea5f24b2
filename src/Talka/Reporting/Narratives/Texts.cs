using Talka.Foundation.Localisation;

namespace Talka.Reporting.Narratives;

/// <summary>The texts of this feature in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);

    /// <summary>Null when there is no such text: for keys made from codes that are data.</summary>
    internal static string? FindText(string key) => Source.Find(key);
}
