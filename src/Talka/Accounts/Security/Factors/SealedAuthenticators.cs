using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;

namespace Talka.Accounts.Security.Factors;

/// <summary>The secrets of authenticator apps, when the master key is changed.</summary>
internal sealed class SealedAuthenticators(MasterKey master) : ISealedSecrets
{
    public async Task<(int Resealed, int Lost)> ResealAsync(TalkaDb db, CancellationToken cancel)
    {
        var (resealed, lost) = (0, 0);
        foreach (var app in await db.Authenticators().AsTracking().ToListAsync(cancel))
        {
            if (master.IsCurrent(app.Secret))
            {
                continue;
            }

            if (!master.CanOpen(app.Secret))
            {
                lost++;
                continue;
            }

            var purpose = TotpProvider.Purpose(app.PersonId);
            app.Secret = master.Seal(purpose, master.Open(purpose, app.Secret));
            resealed++;
        }

        return (resealed, lost);
    }
}
