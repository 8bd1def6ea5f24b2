using Talka.Foundation.Localisation;

namespace Talka.Accounts.Mails;

/// <summary>The texts of the outbox pages in the current language.</summary>
public static class Texts
{
    private static readonly TextSource Source = new(typeof(Texts));

    public static string T(string key, params ReadOnlySpan<object?> args) => Source.Get(key, args);
}
