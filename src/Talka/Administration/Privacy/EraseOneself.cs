using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Results;

namespace Talka.Administration.Privacy;

/// <summary>Erases somebody without an account at their own wish: nobody has to decide once nothing of theirs is going on.</summary>
public sealed class EraseOneself(TalkaDb db, ErasePerson erase, TimeProvider clock)
{
    /// <returns>Fails with <c>erasure-too-early</c> while something of theirs is to come, <c>erasure-by-account</c> for somebody with an account.</returns>
    public async Task<Result> RunAsync(KnownPerson known, CancellationToken cancel)
    {
        if (!known.IsDone)
        {
            return ErasureErrors.TooEarlyForOneself();
        }

        var name = known.Person.Email.ToUpperInvariant();
        if (await db.People().AnyAsync(person => person.NormalizedUserName == name, cancel))
        {
            return ErasureErrors.ByAccount();
        }

        // They may have asked while it was too early
        var request = await db.ErasureRequests().Where(r => r.PersonId == known.Person.Id && r.State == ErasureState.Asked).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);
        if (request is null)
        {
            var now = clock.GetUtcNow();
            var own = new ErasureRequest { Id = Guid.CreateVersion7(now), PersonId = known.Person.Id, AskedAt = now.UtcDateTime };
            db.Add(own);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate())
            {
                db.ChangeTracker.Clear();
                return ErasureErrors.AlreadyAsked(); // two clicks at once
            }

            request = own.Id;
        }

        var erased = await erase.EraseAsync(request.Value, cancel);
        return erased.Succeeded ? Result.Ok : Result.Failed(erased.Errors);
    }
}
