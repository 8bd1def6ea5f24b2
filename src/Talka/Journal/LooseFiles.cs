using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Journal;

/// <summary>Files that were kept for a while and belong to no entry: those of an erased one, and sheets that an import has been read from.</summary>
public sealed class LooseFiles(TalkaDb db, FileStore files)
{
    /// <summary>Takes them out of the file store, unless an entry names them.</summary>
    public async Task DropAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var named = await db.JournalFiles().Where(f => hashes.Contains(f.Sha256)).Select(f => f.Sha256).Distinct().ToListAsync(cancel);
        foreach (var loose in hashes.Except(named))
        {
            files.Delete(loose);
        }
    }
}
