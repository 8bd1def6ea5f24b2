namespace Talka.Supervision.AuditAccess;

/// <summary>
/// Stands between a ZIP and the answer that it goes into. The ZIP writer ends its files synchronously, which the body of an answer refuses;
/// so it writes into memory here, and what has gathered is passed on asynchronously after each piece.
/// </summary>
internal sealed class Outlet(Stream target) : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Flush()
    {
        // Passed on by DrainAsync
    }

    public async Task DrainAsync(CancellationToken cancel)
    {
        if (_held.Length > 0)
        {
            await target.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancel);
            _held.SetLength(0);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
