using Microsoft.EntityFrameworkCore;

namespace Talka.Foundation.Data;

/// <summary>
/// Turns at writing what many want to write at once, in the order in which they come. SQLite has one writer, and whoever finds it busy asks again after ever longer
/// pauses; PostgreSQL queues at the row by itself, but the more wait there, the longer each takes. Those of this process wait here instead, and hold no connection meanwhile.
/// Correctness never rests on a turn: other nodes do not know of it.
/// </summary>
public sealed class WriteTurns : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    // A few that share a lane now and then only wait a little longer
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>For a transaction that begins by writing one thing; nobody may take a second turn before giving this one back.</summary>
    /// <returns>The turn, which ends when it is disposed of.</returns>
    public Task<IDisposable> TakeAsync(TalkaDb db, Guid thing, CancellationToken cancel) =>
        TakeAsync(db.Database.IsNpgsql() ? _lanes[(thing.GetHashCode() & int.MaxValue) % _lanes.Length] : _writer, cancel);

    /// <summary>For a write that meets others only where the database has one writer.</summary>
    /// <returns>The turn, or null where none is needed.</returns>
    public async Task<IDisposable?> TakeWriterAsync(TalkaDb db, CancellationToken cancel) => db.Database.IsNpgsql() ? null : await TakeAsync(_writer, cancel);

    public void Dispose()
    {
        _writer.Dispose();
        Array.ForEach(_lanes, lane => lane.Dispose());
    }

    private static async Task<IDisposable> TakeAsync(SemaphoreSlim lane, CancellationToken cancel)
    {
        await lane.WaitAsync(cancel);
        return new Turn(lane);
    }

    private sealed class Turn(SemaphoreSlim lane) : IDisposable
    {
        private SemaphoreSlim? _lane = lane;

        public void Dispose() => Interlocked.Exchange(ref _lane, null)?.Release();
    }
}
