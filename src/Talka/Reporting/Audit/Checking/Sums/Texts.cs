using Talka.Foundation.Localisation;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>The messages of the rules on sums of counts in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
