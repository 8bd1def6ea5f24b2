using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>Transactions that claim or release places: those of one event take turns before they begin.</summary>
public sealed class SeatTransactions(WriteTurns turns)
{
    public async Task<SeatTransaction> BeginAsync(TalkaDb db, Guid eventId, CancellationToken cancel)
    {
        // Nobody goes on in a transaction of seats after something failed. A savepoint for each saving would have SQLite keep every page that is written, in a file
        db.Database.AutoSavepointsEnabled = false;
        var turn = await turns.TakeAsync(db, eventId, cancel);
        try
        {
            return new SeatTransaction(await db.Database.BeginTransactionAsync(cancel), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}

/// <summary>One such transaction; what is not committed when it is disposed of did not happen.</summary>
public sealed class SeatTransaction(IDbContextTransaction transaction, IDisposable turn) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        turn.Dispose();
    }
}
