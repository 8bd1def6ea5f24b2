namespace Talka.Reporting.Summaries.Rendering;

/// <summary>The style sheet of a summary: the page links it, a frozen file carries it inside.</summary>
public static class SummaryStyles
{
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(SummaryStyles).Assembly.GetManifestResourceStream("Talka.wwwroot.summary.css")!);
        return reader.ReadToEnd();
    }
}
