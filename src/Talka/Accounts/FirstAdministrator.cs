using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka.Accounts;

/// <summary>While nobody but demo accounts exists, whoever reads the program's console may become the administrator, by a one-time link.</summary>
public sealed class FirstAdministrator(TalkaDb db, TimeProvider clock) : IFirstStart
{
    public async Task RunAsync(StartContext context, CancellationToken cancel)
    {
        if (await LinkAsync(cancel) is { } path)
        {
            context.Say(Texts.T("FirstAdministratorLine", context.Address + path));
        }
    }

    /// <returns>The path and query of a fresh link, or null once somebody exists. Earlier links stop working.</returns>
    public async Task<string?> LinkAsync(CancellationToken cancel)
    {
        if (await db.ReadTextsAsync("SELECT '' FROM people WHERE NOT is_demo LIMIT 1", cancel) is [_])
        {
            return null;
        }

        var (link, token) = AccountLink.Make(clock, personId: null);
        await db.ReplaceOpenLinkAsync(link, cancel);
        return AccountLink.PathOf(token);
    }
}
