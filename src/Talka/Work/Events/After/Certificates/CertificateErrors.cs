using Talka.Foundation.Results;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Certificates;

public static class CertificateErrors
{
    public static Error NotClosed() => Error.Invalid("event-not-closed", T("CertificatesNotClosed"));

    public static Error Erased() => Error.Conflict("event-erased", T("ErrorErased"));

    public static Error Unknown() => Error.NotFound("certificate-unknown", T("CertificateUnknown"));

    public static Error Revoked() => Error.Conflict("certificate-revoked", T("CertificateRevoked"));

    public static Error DidNotAttend() => Error.Invalid("did-not-attend", T("CertificateNotAttended"));
}
