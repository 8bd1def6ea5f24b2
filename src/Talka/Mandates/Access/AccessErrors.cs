using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Access;

public static class AccessErrors
{
    public static Error NotAllowed() => Error.Forbidden("not-allowed", T("ErrorNotAllowed"));

    public static Error ReasonMissing() => Error.Invalid("reason-missing", T("ErrorRoleReason"), "Reason");

    public static Error ReasonTooLong() => Error.Invalid("reason-too-long", T("ErrorTooLong", Format.Number(RoleChange.ReasonLength)), "Reason");

    public static Error RoleUnknown() => Error.Invalid("role-unknown", T("ErrorRoleUnknown"), "Role");

    public static Error RoleHeld() => Error.Conflict("role-held", T("ErrorRoleHeld"), "Role");

    public static Error RoleNotHeld() => Error.Conflict("role-not-held", T("ErrorRoleNotHeld"));

    public static Error LastCoordinator() => Error.Conflict("last-coordinator", T("ErrorLastCoordinator"));

    public static Error EndMissing() => Error.Invalid("end-missing", T("ErrorEndMissing"), "Until");

    public static Error EndOutOfRange(DateOnly last) => Error.Invalid("end-out-of-range", T("ErrorEndRange", Format.Date(last)), "Until");

    public static Error AuthorityUnknown() => Error.NotFound("authority-unknown", T("ErrorAuthorityUnknown"));

    public static Error AuthorityNameTaken() => Error.Conflict("authority-name-taken", T("ErrorAuthorityTaken"), "Name");
}
