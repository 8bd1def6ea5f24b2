using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Talka.Foundation.Mail;

/// <summary>Wakes this node's sender as soon as a mail is committed here. Other nodes' mails are found by looking every now and then.</summary>
public sealed class MailSignal : IDbTransactionInterceptor, ISaveChangesInterceptor, IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);
    private readonly ConditionalWeakTable<DbContext, object> _expected = [];

    /// <summary>Raises the signal once what a context holds is committed.</summary>
    public void AfterCommitOf(DbContext db) => _expected.AddOrUpdate(db, this);

    public void Raise()
    {
        if (_raised.CurrentCount > 0)
        {
            return;
        }

        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // raised by somebody else a moment ago
        }
    }

    /// <summary>Waits for the signal, or until the time is up.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _raised.WaitAsync(longest, cancel);

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Committed(eventData.Context);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed(eventData.Context);
        return Task.CompletedTask;
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Saved(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void Dispose() => _raised.Dispose();

    private void Saved(DbContext? db)
    {
        if (db?.Database.CurrentTransaction is null)
        {
            Committed(db);
        }
    }

    private void Committed(DbContext? db)
    {
        if (db is not null && _expected.Remove(db))
        {
            Raise();
        }
    }
}
