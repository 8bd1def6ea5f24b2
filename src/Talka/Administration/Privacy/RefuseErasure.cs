using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Administration.Privacy;

/// <summary>Refuses a request, and tells the person why.</summary>
public sealed class RefuseErasure(TalkaDb db, InstallationAccess access, KnownPeople known, CurrentActor actor, Outbox outbox, AuditTrail trail, TimeProvider clock)
{
    /// <returns>Fails with <c>reason-missing</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>erasure-unknown</c>, <c>erasure-decided</c>.</returns>
    public async Task<Result<ErasureRequest>> RunAsync(Guid requestId, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        if (Check(reason) is { } error)
        {
            return error;
        }

        if (await db.ErasureRequests().AsTracking().FirstOrDefaultAsync(r => r.Id == requestId, cancel) is not { } request)
        {
            return ErasureErrors.RequestUnknown();
        }

        if (request.State != ErasureState.Asked)
        {
            return ErasureErrors.AlreadyDecided();
        }

        (request.State, request.DecidedAt, request.DecidedBy, request.Reason) =
            (ErasureState.Refused, clock.GetUtcNow().UtcDateTime, actor.Value.PersonId, PlainText.Tidy(reason));
        trail.Add(TrailAct.SettingChanged, $"person:{request.PersonId}", detail: "erasure refused");
        var account = await db.People().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        var (email, name, written) = account is not null ? (account.UserName, account.DisplayName, account.Language)
            : await known.FindAsync(request.PersonId, cancel) is { } one ? (one.Person.Email, one.Person.Name, one.Language) : (null, null, null);
        if (email is not null)
        {
            using var language = Languages.Use(written!);
            await outbox.AddAsync(
                new NewMail(email, name, Texts.T("RefusedSubject"), Texts.T("RefusedText", request.Reason), written!, $"erasure-refused:{request.Id}", account?.Id), cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErasureErrors.AlreadyDecided();
        }

        return request;
    }

    private static Error? Check(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? ErasureErrors.ReasonMissing()
        : reason.Length > ErasureRequest.TextLength ? ErasureErrors.TooLong("Reason")
        : PlainText.IsStorable(reason, lines: true) ? null : ErasureErrors.NotText("Reason");
}
