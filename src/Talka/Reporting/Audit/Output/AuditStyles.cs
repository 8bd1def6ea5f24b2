namespace Talka.Reporting.Audit.Output;

/// <summary>The style sheet of a report: the page links it, a file carries it inside.</summary>
internal static class AuditStyles
{
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(AuditStyles).Assembly.GetManifestResourceStream("Talka.wwwroot.audit.css")!);
        return reader.ReadToEnd();
    }
}
