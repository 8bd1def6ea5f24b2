using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Personal;
using Talka.Foundation.Results;

namespace Talka.Administration.Privacy;

/// <summary>Records that a person wants to be erased, and tells the administrators. One request of a person is open at a time.</summary>
public sealed class AskErasure(TalkaDb db, InstallationAccess access, KnownPeople known, CurrentActor actor, Outbox outbox, SiteAddress site, TimeProvider clock)
{
    private const int MostTold = 50;

    /// <param name="personId">Of an account, or of somebody who is known without one.</param>
    /// <returns>Fails with <c>person-unknown</c>, <c>person-of-demo</c>, <c>erasure-asked-already</c>, <c>text-too-long</c>, <c>text-not-storable</c>.</returns>
    public async Task<Result<ErasureRequest>> RunAsync(Guid personId, string? note, CancellationToken cancel) =>
        await access.RefuseAboutAsync(personId, cancel) is { } refused ? refused : await AskAsync(personId, note, cancel);

    /// <summary>The same by somebody without an account, whose private link says who they are.</summary>
    public Task<Result<ErasureRequest>> RunAsync(KnownPerson oneself, string? note, CancellationToken cancel) => AskAsync(oneself.Person.Id, note, cancel);

    private async Task<Result<ErasureRequest>> AskAsync(Guid personId, string? note, CancellationToken cancel)
    {
        if (note?.Length > ErasureRequest.TextLength)
        {
            return ErasureErrors.TooLong("Note");
        }

        if (note is not null && !PlainText.IsStorable(note, lines: true))
        {
            return ErasureErrors.NotText("Note");
        }

        var person = await db.People().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is { IsDemo: true })
        {
            return ErasureErrors.DemoPerson();
        }

        if (person is null && await known.FindAsync(personId, cancel) is null)
        {
            return ErasureErrors.PersonUnknown();
        }

        var now = clock.GetUtcNow();
        var request = new ErasureRequest
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            AskedAt = now.UtcDateTime,
            AskedBy = actor.Value.PersonId,
            Note = PlainText.Tidy(note),
        };
        db.Add(request);
        await TellAsync(request, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return ErasureErrors.AlreadyAsked();
        }

        return request;
    }

    // The mail names nobody: it would outlive the person
    private async Task TellAsync(ErasureRequest request, CancellationToken cancel)
    {
        var administrators = await db.People().Where(person => person.IsAdministrator && !person.IsDemo).OrderBy(person => person.Id).Take(MostTold)
            .Select(person => new { person.Id, person.UserName, person.DisplayName, person.Language }).ToListAsync(cancel);
        foreach (var administrator in administrators)
        {
            using var language = Languages.Use(administrator.Language);
            await outbox.AddAsync(
                new NewMail(
                    administrator.UserName!, administrator.DisplayName, Texts.T("AskedSubject"), Texts.T("AskedText", site.Link($"/admin/erasures/{request.Id}")),
                    administrator.Language, $"erasure-asked:{request.Id}:{administrator.Id}", administrator.Id),
                cancel);
        }
    }
}
