using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Reporting.Audit.Reading;
using static Talka.Reporting.Audit.Texts;

namespace Talka.Reporting.Audit;

public static class AuditErrors
{
    public static Error NothingGiven() => Error.Invalid("nothing-to-audit", T("ErrorNothingGiven"), "File");
    public static Error BothGiven() => Error.Invalid("file-and-text", T("ErrorBothGiven"), "Text");
    public static Error PastedTooLong() => Error.Invalid("document-too-large", T("ErrorPastedTooLong", Format.Number(ReadingLimits.Pasted)), "Text");
    public static Error Busy() => Error.Busy("audit-busy", T("ErrorBusy"));
    public static Error CannotOpen(string file, Exception failure) => Error.NotFound("file-cannot-be-read", T("ErrorCannotOpen", file, Why(file, failure)));
    public static Error CannotWrite(string file, Exception failure) => Error.Invalid("cannot-write", T("ErrorCannotWrite", file, Why(file, failure)));

    private static string Why(string file, Exception failure) => failure switch
    {
        _ when Directory.Exists(file) => T("WhyFolder"),
        FileNotFoundException or DirectoryNotFoundException => T("WhyMissing"),
        UnauthorizedAccessException => T("WhyForbidden"),
        ArgumentException => T("WhyNoName"),
        _ => failure.Message,
    };
}
