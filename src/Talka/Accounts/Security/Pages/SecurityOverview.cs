using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Security.External;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Passkeys;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.Pages;

/// <summary>
/// What the security page shows, read by the page for all its parts: parts that ask by themselves would ask at the same time, over one connection.
/// </summary>
public sealed record SecurityOverview(
    DateTime? AuthenticatorSince, int RecoveryCodesLeft, List<SecurityOverview.PasskeyRow> Passkeys, List<SecurityOverview.LoginRow> Logins,
    List<SecurityOverview.SessionRow> Sessions)
{
    private const int Most = 50;

    public static async Task<SecurityOverview> LoadAsync(TalkaDb db, Guid personId, SessionLimits limits, DateTime now, CancellationToken cancel) => new(
        await db.Authenticators().Where(app => app.PersonId == personId).Select(app => app.ConfirmedAt).FirstOrDefaultAsync(cancel),
        await db.RecoveryCodes().CountAsync(code => code.PersonId == personId && code.UsedAt == null, cancel),
        await db.Passkeys().Where(passkey => passkey.PersonId == personId).OrderBy(passkey => passkey.Id)
            .Select(passkey => new PasskeyRow(passkey.Id, passkey.Name, passkey.CreatedAt, passkey.LastUsedAt)).Take(Most).ToListAsync(cancel),
        await db.ExternalLogins().Where(login => login.UserId == personId).OrderBy(login => login.CreatedAt).ThenBy(login => login.ProviderKey)
            .Select(login => new LoginRow(login.LoginProvider, login.ProviderKey, login.ProviderDisplayName ?? login.LoginProvider, login.CreatedAt)).Take(Most).ToListAsync(cancel),
        await db.OpenSessions(personId, limits, now).OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionRow(session.Id, session.Browser, session.Address, session.Method, session.CreatedAt, session.LastSeenAt))
            .Take(Most).ToListAsync(cancel));

    public sealed record PasskeyRow(Guid Id, string Name, DateTime CreatedAt, DateTime? LastUsedAt);

    public sealed record LoginRow(string Provider, string Key, string Name, DateTime CreatedAt);

    public sealed record SessionRow(Guid Id, string Browser, string Address, SignInMethod Method, DateTime CreatedAt, DateTime LastSeenAt);
}
