using Talka.Foundation.Localisation;

namespace Talka.Reporting.Audit.Checking.Granted;

/// <summary>The messages of the rule on what was granted in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
