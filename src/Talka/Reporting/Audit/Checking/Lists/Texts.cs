using Talka.Foundation.Localisation;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>The messages of the rules on lists and their numbers in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
