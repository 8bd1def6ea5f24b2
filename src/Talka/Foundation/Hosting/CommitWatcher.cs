using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talka.Foundation.Hosting;

/// <summary>Tells the cache of public pages about every committed write; writers need not know that it exists.</summary>
internal sealed class CommitWatcher(PublicCache cache) : IDbTransactionInterceptor, ISaveChangesInterceptor
{
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => cache.Outdate();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        cache.Outdate();
        return Task.CompletedTask;
    }

    // One statement alone is saved without a transaction of its own
    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        cache.Outdate();
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        cache.Outdate();
        return ValueTask.FromResult(result);
    }
}
