using Talka.Foundation.Results;
using static Talka.Reporting.Audit.Texts;

namespace Talka.Reporting.Audit;

public static class AuditErrors
{
    public static Error NothingGiven() => Error.Invalid("nothing-to-audit", T("ErrorNothingGiven"), "File");
    public static Error BothGiven() => Error.Invalid("file-and-text", T("ErrorBothGiven"), "Text");
    public static Error CannotOpen(string file, string why) => Error.NotFound("file-cannot-be-read", T("ErrorCannotOpen", file, why));
    public static Error CannotWrite(string file, string why) => Error.Invalid("cannot-write", T("ErrorCannotWrite", file, why));
}
