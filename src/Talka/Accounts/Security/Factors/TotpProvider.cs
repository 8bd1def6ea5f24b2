using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;

namespace Talka.Accounts.Security.Factors;

/// <summary>Identity's way to ask for a code of an authenticator app. Unlike its own provider this one accepts each code once.</summary>
public sealed class TotpProvider(TalkaDb db, MasterKey master, TimeProvider clock) : IUserTwoFactorTokenProvider<Person>
{
    internal static string Purpose(Guid personId) => $"authenticator {personId}";

    public Task<string> GenerateAsync(string purpose, UserManager<Person> manager, Person user) =>
        throw new NotSupportedException("The app makes the codes.");

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) =>
        db.Authenticators().AnyAsync(app => app.PersonId == user.Id && app.ConfirmedAt != null);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        var app = await db.Authenticators().AsNoTracking().SingleOrDefaultAsync(app => app.PersonId == user.Id && app.ConfirmedAt != null);
        return app is not null && master.CanOpen(app.Secret) && await UseAsync(app, token);
    }

    /// <summary>Accepts a code and uses it up; of two requests that bring the same one, one succeeds.</summary>
    internal async Task<bool> UseAsync(Authenticator app, string code)
    {
        var secret = master.Open(Purpose(app.PersonId), app.Secret);
        return Totp.StepOf(secret, code, clock.GetUtcNow(), app.LastStep) is { } step
            && await db.Authenticators().Where(known => known.PersonId == app.PersonId && known.Secret == app.Secret && known.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastStep, step)) == 1;
    }
}
