using Talka.Foundation.Results;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit;

/// <summary>Audits what visitors send, a few at a time: a large document takes a processor for many seconds, and the rest of the site must go on meanwhile.</summary>
public sealed class AuditDesk(TimeSpan patience) : IDisposable
{
    private const int AtOnce = 2;

    // Reading has a limit of its own; to understand and check a document of 2,000 pages takes a tenth of this.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

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
            if (!document.Succeeded)
            {
                return Result<AuditReport>.Failed(document.Errors);
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Longest);
            try
            {
                return SummaryAudit.Of(document.Value, limit.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return DocumentErrors.TooSlow();
            }
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
