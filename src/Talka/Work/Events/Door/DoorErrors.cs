using Talka.Foundation.Results;
using static Talka.Work.Events.Door.Texts;

namespace Talka.Work.Events.Door;

public static class DoorErrors
{
    public static Error EventUnknown() => Error.NotFound("event-unknown", T("ErrorEventUnknown"));

    public static Error NameMissing() => Error.Invalid("door-name-missing", T("ErrorNameMissing"), "Name");

    public static Error NameTooLong() => Error.Invalid("door-name-too-long", T("ErrorNameTooLong", EventDoor.NameLength), "Name");

    public static Error ExpiryWrong() => Error.Invalid("door-expiry-wrong", T("ErrorExpiry"), "Until");

    public static Error TooManyDoors(int most) => Error.Invalid("too-many-doors", T("ErrorTooManyDoors", most));

    public static Error DoorUnknown() => Error.NotFound("door-unknown", T("ErrorDoorUnknown"));

    /// <summary>Its time is over, or the organiser closed it.</summary>
    public static Error DoorClosed() => Error.NotFound("door-closed", T("DoorClosedLead"));
}
