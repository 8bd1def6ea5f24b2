using System.Globalization;

namespace Talka.Foundation.Localisation;

/// <summary>The languages that everything is written in; the first is the default.</summary>
public static class Languages
{
    public const string Latvian = "lv";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Latvian, English];

    public static CultureInfo LatvianCulture { get; } = CultureInfo.GetCultureInfo("lv-LV");
    public static CultureInfo EnglishCulture { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(string language) => language == English ? EnglishCulture : LatvianCulture;

    /// <summary>A language's name in that language itself.</summary>
    public static string NativeName(string language) => language == English ? "English" : "Latviski";

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Latvian;

    /// <summary>Runs the rest of the calling scope in a language; dispose to go back.</summary>
    public static IDisposable Use(string language) => new Scope(Culture(language));

    private sealed class Scope : IDisposable
    {
        private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
        private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

        public Scope(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _uiCulture);
    }
}
