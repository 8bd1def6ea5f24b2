namespace Talka.Demo;

/// <summary>The files of <c>Demo/Data</c>, carried inside the program.</summary>
internal static class DemoFiles
{
    /// <param name="name">With dots for folders: <c>narrative.activities-1.md</c>.</param>
    public static Stream Open(string name) =>
        typeof(DemoFiles).Assembly.GetManifestResourceStream("Talka.Demo.Data." + name)
        ?? throw new FileNotFoundException("The program carries no such file.", name);
}
