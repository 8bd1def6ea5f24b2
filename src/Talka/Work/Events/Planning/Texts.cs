using Talka.Foundation.Localisation;

namespace Talka.Work.Events.Planning;

/// <summary>The texts of this feature in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
