using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Foundation.Settings;

/// <summary>
/// The settings in force, read from the database at most every two seconds, so that every node follows a change and no page waits for it.
/// A database that does not answer changes nothing: the page that says so needs a header, too.
/// </summary>
public sealed class CurrentSettings(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CurrentSettings> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile SiteSettings _value = SiteSettings.Default;
    private long _readAt;
    private volatile bool _known;

    /// <summary>As last read; each request reads at its beginning. Work outside of requests asks <see cref="ReadAsync"/>.</summary>
    public SiteSettings Value => _value;

    public void Dispose() => _reading.Dispose();

    public async ValueTask<SiteSettings> ReadAsync(CancellationToken cancel)
    {
        if (IsFresh)
        {
            return _value;
        }

        // One reads, and the others go on with what was known; where nothing was yet, they wait
        if (!await _reading.WaitAsync(_known ? 0 : Timeout.Infinite, cancel))
        {
            return _value;
        }

        try
        {
            if (!IsFresh)
            {
                await LoadAsync(cancel);
            }
        }
        finally
        {
            _reading.Release();
        }

        return _value;
    }

    /// <summary>The next to ask reads anew: this node has just saved other settings.</summary>
    public void Forget() => _known = false;

    private bool IsFresh => _known && clock.GetElapsedTime(Volatile.Read(ref _readAt)) < Fresh;

    private async Task LoadAsync(CancellationToken cancel)
    {
        // Before reading: what is saved meanwhile and forgets again is not taken for known
        (_known, _readAt) = (true, clock.GetTimestamp());
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TalkaDb>();
            _value = await db.SettingsVersions().OrderByDescending(settings => settings.Number).FirstOrDefaultAsync(cancel) ?? SiteSettings.Default;
        }
        catch (Exception failure) when (failure is DbException or { InnerException: DbException } or TimeoutException)
        {
            log.LogWarning(failure, "The settings could not be read; those known before hold.");
        }
        catch (OperationCanceledException)
        {
            _known = false;
            throw;
        }
    }
}
