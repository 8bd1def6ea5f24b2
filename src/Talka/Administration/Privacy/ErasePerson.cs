using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
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
    TalkaDb db, IEnumerable<IPersonalData> features, KnownPeople known, CurrentActor actor, CurrentSettings settings, Outbox outbox, AuditTrail trail, TimeProvider clock)
{
    /// <returns>Fails with <c>erasure-unknown</c>, <c>erasure-decided</c>, <c>last-administrator</c>.</returns>
    public async Task<Result<ErasureRequest>> RunAsync(Guid requestId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Holds the administrators still: of two who erase each other, one has to wait and then finds itself the last
        await db.People().Where(person => person.IsAdministrator).OrderBy(person => person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.IsAdministrator, true), cancel);
        if (await db.ErasureRequests().AsTracking().FirstOrDefaultAsync(r => r.Id == requestId, cancel) is not { } request)
        {
            return ErasureErrors.RequestUnknown();
        }

        if (request.State != ErasureState.Asked)
        {
            return ErasureErrors.AlreadyDecided();
        }

        var person = await db.People().AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PersonId, cancel);
        if (person is { IsAdministrator: true }
            && !await db.People().AnyAsync(other => other.IsAdministrator && !other.IsDemo && other.Id != person.Id, cancel))
        {
            return ErasureErrors.LastAdministrator();
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

        var toErase = person is not null
            ? new KnownPerson(new PersonKey(person.Id, person.DisplayName, person.UserName!), person.Language, IsDone: true)
            : await known.FindAsync(request.PersonId, cancel);
        if (toErase is not null)
        {
            foreach (var data in features.OrderBy(data => data is IPersonalAccount).ThenBy(data => data is IPersonalLink))
            {
                await data.EraseAsync(toErase.Person, cancel);
            }

            await TellAsync(request, toErase, hadAccount: person is not null, cancel);
        }

        await transaction.CommitAsync(cancel);
        return request;
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
