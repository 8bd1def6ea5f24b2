using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Personal;
using Talka.Foundation.Results;
using Talka.Foundation.Settings;
using Talka.Foundation.Trail;

namespace Talka.Administration.Privacy;

/// <summary>
/// Erases the person of a request, with or without an account, in one transaction: every feature takes the person out of what it keeps, the account goes last.
/// What has been certified stays as it is: an entry of the journal carries an id, and by then it is the id of no one.
/// </summary>
public sealed class ErasePerson(
    TalkaDb db, InstallationAccess access, IEnumerable<IPersonalData> features, IEnumerable<IErasureObstacle> obstacles, KnownPeople known, CurrentActor actor,
    CurrentSettings settings, OpenedSessions opened, Outbox outbox, AuditTrail trail, TimeProvider clock)
{
    /// <returns>Fails with <c>erasure-unknown</c>, <c>erasure-decided</c>, <c>last-administrator</c>, <c>erasure-too-early</c>, <c>not-allowed</c>.</returns>
    public async Task<Result<ErasureRequest>> RunAsync(Guid requestId, CancellationToken cancel) =>
        await access.RefuseAsync(Policies.Administer, cancel) is { } refused ? refused : await EraseAsync(requestId, cancel);

    /// <summary>The same for whoever has shown that the request is about themselves.</summary>
    internal async Task<Result<ErasureRequest>> EraseAsync(Guid requestId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var asked = await db.ErasureRequests().Where(r => r.Id == requestId).Select(r => r.PersonId).FirstOrDefaultAsync(cancel);
        var others = await db.HasAdministratorBesidesAsync(asked, cancel);
        if (await db.ErasureRequests().AsTracking().FirstOrDefaultAsync(r => r.Id == requestId, cancel) is not { } request)
        {
            return ErasureErrors.RequestUnknown();
        }

        if (request.State != ErasureState.Asked)
        {
            return ErasureErrors.AlreadyDecided();
        }

        var person = await db.People().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is { IsAdministrator: true } && !others)
        {
            return ErasureErrors.LastAdministrator();
        }

        var key = person is null ? null : new PersonKey(person.Id, person.DisplayName, person.UserName!);
        if (key is not null && await FirstAsync(key, cancel) is { Count: > 0 } first)
        {
            return first;
        }

        (request.State, request.DecidedAt, request.DecidedBy, request.Note) = (ErasureState.Done, clock.GetUtcNow().UtcDateTime, actor.Value.PersonId, null);
        trail.Add(TrailAct.Erased, $"person:{request.PersonId}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ErasureErrors.AlreadyDecided();
        }

        var toErase = person is not null && key is not null ? new KnownPerson(key, person.Language, IsDone: true) : await known.FindAsync(request.PersonId, cancel);
        if (toErase is not null)
        {
            foreach (var data in features.OrderBy(data => data is IPersonalAccount).ThenBy(data => data is IPersonalLink))
            {
                await data.EraseAsync(toErase.Person, cancel);
            }

            await TellAsync(request, toErase, hadAccount: person is not null, cancel);
        }

        await transaction.CommitAsync(cancel);
        opened.ForgetPerson(request.PersonId);
        return request;
    }

    private async Task<List<Error>> FirstAsync(PersonKey person, CancellationToken cancel)
    {
        List<Error> errors = [];
        foreach (var obstacle in obstacles)
        {
            if (await obstacle.FindAsync(person, cancel) is { } words)
            {
                errors.Add(ErasureErrors.TooEarly(words));
            }
        }

        return errors;
    }

    // The last mail that the person gets. It is nobody's in the outbox, and goes with the mails that were sent.
    private async Task TellAsync(ErasureRequest request, KnownPerson erased, bool hadAccount, CancellationToken cancel)
    {
        using var language = Languages.Use(erased.Language);
        var text = Texts.T(hadAccount ? "ErasedText" : "ErasedTextParticipant", settings.Value.Name);
        await outbox.AddAsync(new NewMail(erased.Person.Email, null, Texts.T("ErasedSubject"), text, erased.Language, $"erased:{request.Id}"), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
