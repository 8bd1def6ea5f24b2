using Talka.Foundation.Results;
using static Talka.Foundation.Pdf.Texts;

namespace Talka.Foundation.Pdf;

public static class PdfErrors
{
    public static Error Missing() => Error.Conflict("weasyprint-missing", T("Missing"));
    public static Error Failed() => Error.Conflict("pdf-failed", T("Failed"));
    public static Error Timeout() => Error.Conflict("pdf-timeout", T("Timeout"));
    public static Error TooLarge() => Error.Conflict("pdf-too-large", T("TooLarge"));
}
