using Talka.Foundation.Localisation;

namespace Talka.Work.Events.After;

/// <summary>The texts of this feature in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);

    /// <summary>A text in the form that goes with a number.</summary>
    public static string N(string key, long number, params ReadOnlySpan<object?> args) => EventText.Agreeing(Source.Get(key, args), number);
}
