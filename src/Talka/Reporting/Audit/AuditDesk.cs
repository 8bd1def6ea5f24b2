using Talka.Foundation.Results;

namespace Talka.Reporting.Audit;

/// <summary>Audits what visitors send, a few at a time: a large document takes a processor for many seconds, and the rest of the site must go on meanwhile.</summary>
public sealed class AuditDesk(TimeSpan patience) : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _places = new(AtOnce, AtOnce);

    /// <summary>Waits for a place, reads and audits.</summary>
    /// <returns>The report; fails as <see cref="AuditUpload.Read"/> does, and where no place became free in time.</returns>
    public async Task<Result<AuditReport>> RunAsync(AuditUpload upload, CancellationToken cancel)
    {
        if (!await _places.WaitAsync(patience, cancel))
        {
            return AuditErrors.Busy();
        }

        try
        {
            var document = upload.Read(cancel);
            return document.Succeeded ? SummaryAudit.Of(document.Value) : Result<AuditReport>.Failed(document.Errors);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
