using Talka.Foundation.Localisation;

namespace Talka;

/// <summary>The only place that reads the environment directly.</summary>
internal static class StartUp
{
#pragma warning disable RS0030 // start-up is where the environment becomes configuration
    public static string? DataFromEnvironment => Environment.GetEnvironmentVariable("TALKA_DATA");

    /// <summary>The console speaks Latvian to those whose system does, else English; what it makes (a summary, a page) has a language of its own.</summary>
    public static string ConsoleLanguage =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value))
            ?.StartsWith(Languages.Latvian, StringComparison.OrdinalIgnoreCase) == true
            ? Languages.Latvian
            : Languages.English;
#pragma warning restore RS0030
}
