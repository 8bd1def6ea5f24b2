namespace Talka;

/// <summary>The only place that reads the environment directly.</summary>
internal static class StartUp
{
#pragma warning disable RS0030 // start-up is where the environment becomes configuration
    public static string? DataFromEnvironment => Environment.GetEnvironmentVariable("TALKA_DATA");
#pragma warning restore RS0030
}
