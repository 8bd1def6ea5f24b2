using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Work.Events.SigningUp;

/// <summary>What whoever runs an event may do with those who are registered for it. An event of another mandate is not found, nor somebody of another event.</summary>
public sealed class OrganiserDesk(TalkaDb db, MandateAccess access, RegisterPeople register, CancelRegistration cancelling)
{
    internal const int ReasonLength = 500;

    /// <summary>Adds somebody by hand, with a place or, where there is none, on the waiting list.</summary>
    public async Task<Result<SignedUp>> AddAsync(string mandate, SignUp signUp, CancellationToken cancel) =>
        await RefuseAsync(mandate, signUp.EventId, null, cancel) is { } refused ? refused : await register.RunAsync(signUp, cancel);

    /// <summary>Takes somebody off, with the reason, which they are told.</summary>
    public async Task<Result> CancelAsync(string mandate, Guid eventId, Guid registration, string? reason, bool tell, CancellationToken cancel)
    {
        if (await RefuseAsync(mandate, eventId, registration, cancel) is { } refused)
        {
            return refused;
        }

        var why = Reason(reason);
        return why.Succeeded ? await cancelling.RunAsync(registration, why.Value, tell, cancel) : Result.Failed(why.Errors);
    }

    /// <returns>Null when it may go on.</returns>
    internal async Task<Error?> RefuseAsync(string mandate, Guid eventId, Guid? registration, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        return !await db.EventsOf(mandate).AnyAsync(e => e.Id == eventId, cancel) ? RegistrationErrors.EventUnknown()
            : registration is { } id && !await db.Registrations().AnyAsync(r => r.Id == id && r.EventId == eventId, cancel) ? RegistrationErrors.Unknown()
            : null;
    }

    internal static Result<string> Reason(string? given)
    {
        var reason = PlainText.Tidy(given is null ? null : PlainText.Lines(given));
        return reason is null ? RegistrationErrors.ReasonMissing()
            : reason.Length > ReasonLength ? RegistrationErrors.TooLong("Reason", ReasonLength)
            : !PlainText.IsStorable(reason, lines: true) ? RegistrationErrors.NotText("Reason")
            : reason;
    }
}
