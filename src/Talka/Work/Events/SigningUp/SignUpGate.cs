using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>Whether an event takes people now.</summary>
public static class SignUpGate
{
    /// <summary>Why the public cannot sign up now; null when it can.</summary>
    public static Error? Refuse(EventFacts e, DateTime now) => e.State switch
    {
        EventState.Draft => RegistrationErrors.EventUnknown(),
        EventState.Cancelled => RegistrationErrors.Cancelled(),
        EventState.Postponed => RegistrationErrors.Postponed(),
        EventState.Closed => RegistrationErrors.Past(),
        _ when e.EndsAt <= now => RegistrationErrors.Past(),
        _ when e.OpensAt > now => RegistrationErrors.NotOpenYet(e.Instant(e.OpensAt.Value)),
        _ when (e.ClosesAt ?? e.StartsAt) <= now => RegistrationErrors.Closed(),
        _ => null,
    };

    /// <summary>Why somebody who is registered can no longer take or change their place; null while they can.</summary>
    public static Error? RefuseRegistered(EventFacts e, DateTime now) =>
        e.State == EventState.Cancelled ? RegistrationErrors.Cancelled() : e.IsComing(now) ? null : RegistrationErrors.Past();

    /// <summary>
    /// Why whoever runs the event cannot add people: it is not planned to the end, off, or counted already. Who was there and was forgotten may be added
    /// after the counting too, for as long as it can be corrected.
    /// </summary>
    public static Error? RefuseOrganiser(EventFacts e, RegistrationSource source = RegistrationSource.Organiser) => e.State switch
    {
        EventState.Draft => RegistrationErrors.EventUnknown(),
        EventState.Cancelled => RegistrationErrors.Cancelled(),
        EventState.Closed when e.IsErased || source is not (RegistrationSource.WalkIn or RegistrationSource.OnlineReport) => RegistrationErrors.Counted(),
        _ => null,
    };
}
