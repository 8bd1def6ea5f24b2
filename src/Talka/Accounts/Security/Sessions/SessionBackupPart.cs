using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Sessions;

/// <summary>A restored database is older than its last day: sign-ins that were ended since would stand again, so all of them go.</summary>
internal sealed class SessionBackupPart(TalkaDb db) : IBackupPart
{
    public Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, byte[]>>(new Dictionary<string, byte[]>());

    public async Task<Result<IReadOnlyList<string>>> CheckAsync(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        await db.Sessions().ExecuteDeleteAsync(cancel);
        return Array.Empty<string>();
    }
}
