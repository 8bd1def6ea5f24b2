using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Transactions that claim or release places. SQLite has one writer: those of this process wait for their turn in the order in which they came, instead of
/// each asking again and again whether the file is free. PostgreSQL queues at the row of the seats by itself.
/// </summary>
public sealed class SeatTransactions : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<SeatTransaction> BeginAsync(TalkaDb db, CancellationToken cancel)
    {
        var turn = db.Database.IsNpgsql() ? null : _turn;
        await (turn?.WaitAsync(cancel) ?? Task.CompletedTask);
        try
        {
            return new SeatTransaction(await db.Database.BeginTransactionAsync(cancel), turn);
        }
        catch
        {
            turn?.Release();
            throw;
        }
    }

    public void Dispose() => _turn.Dispose();
}

/// <summary>One such transaction; what is not committed when it is disposed of did not happen.</summary>
public sealed class SeatTransaction(IDbContextTransaction transaction, SemaphoreSlim? turn) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn?.Release();
    }
}
