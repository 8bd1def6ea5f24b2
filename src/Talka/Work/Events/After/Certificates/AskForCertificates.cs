using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Work.Events.After.Certificates;

/// <summary>Asks for the certificates of all who attended; they are made in the background. Asked twice, it is done once.</summary>
public sealed class AskForCertificates(TalkaDb db, MandateAccess access, IssueCertificates issue, TimeProvider clock)
{
    public const string Kind = "certificates";

    public async Task<Result> RunAsync(string mandate, Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id, cancel))
        {
            return Closing.AfterErrors.EventUnknown();
        }

        var facts = await issue.FactsAsync(id, cancel);
        if (!facts.Succeeded)
        {
            return Result.Failed(facts.Errors);
        }

        var now = clock.GetUtcNow();
        var people = issue.Attended(id, facts.Value.Threshold);
        db.Add(new EventJob
        {
            Id = Guid.CreateVersion7(now),
            EventId = id,
            Kind = Kind,
            AskedAt = now.UtcDateTime,
            Total = await people.CountAsync(cancel),
            Done = await people.CountAsync(r => db.Certificates().Any(c => c.RegistrationId == r.Id && (c.Sha256 != null || c.RevokedAt != null)), cancel),
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // it is being done already
        }

        return Result.Ok;
    }
}
