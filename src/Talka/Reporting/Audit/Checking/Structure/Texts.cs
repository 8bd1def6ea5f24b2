using Talka.Foundation.Localisation;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>The texts of these rules in the current language.</summary>
internal static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
