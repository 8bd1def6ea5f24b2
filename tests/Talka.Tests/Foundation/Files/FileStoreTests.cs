using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Tests.Foundation.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("talka-files-");
    private readonly FileStore _store;
    private readonly CancellationToken _cancel = CancellationToken.None;

    public FileStoreTests() => _store = new FileStore(new DataFolder(_root.FullName));

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Save_SomeBytes_AreFoundUnderTheirHash()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var saved = (await _store.SaveAsync(new MemoryStream(bytes), _cancel)).Value;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), saved.Sha256);
        Assert.Equal(bytes.Length, saved.Size);
        Assert.True(File.Exists(Path.Combine(_root.FullName, "files", saved.Sha256[..2], saved.Sha256)));
        await using var read = _store.Open(saved.Sha256)!;
        var copy = new MemoryStream();
        await read.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.True(await _store.VerifyAsync(saved.Sha256, _cancel));
    }

    [Fact]
    public async Task Save_TheSameBytesTwice_KeepsOneFile()
    {
        var first = await _store.SaveAsync(new MemoryStream("vienādi"u8.ToArray()), _cancel);
        var second = await _store.SaveAsync(new MemoryStream("vienādi"u8.ToArray()), _cancel);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(first.Value.Sha256, Assert.Single(_store.List()));
    }

    [Fact]
    public async Task Save_TheSameBytesAtOnce_BothSucceed()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _store.SaveAsync(new MemoryStream(bytes), _cancel)));

        Assert.All(all, each => Assert.True(each.Succeeded));
        Assert.Single(_store.List());
        Assert.Empty(Leftovers());
    }

    [Fact]
    public async Task Save_OverTheLimit_IsRefusedAndLeavesNothing()
    {
        var saved = await _store.SaveAsync(new MemoryStream(new byte[1001]), _cancel, limit: 1000);

        Assert.Equal("file-too-large", Assert.Single(saved.Errors).Code);
        Assert.Empty(_store.List());
        Assert.Empty(Leftovers());
    }

    [Fact]
    public async Task Save_SenderBreaksOff_LeavesNothing()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => _store.SaveAsync(new BrokenStream(), _cancel));

        Assert.Empty(_store.List());
        Assert.Empty(Leftovers());
    }

    [Theory]
    [InlineData(28, "disk-full")]
    [InlineData(30, "files-not-writable")]
    public async Task Save_TheDiskFailsInTheMiddle_IsAClearFailureAndLeavesNothing(int errorNumber, string code)
    {
        var saved = await _store.SaveAsync(new FailingDisk(errorNumber), _cancel);

        Assert.Equal(code, Assert.Single(saved.Errors).Code);
        Assert.Equal(ErrorKind.Conflict, saved.Errors[0].Kind);
        Assert.Empty(_store.List());
        Assert.Empty(Leftovers());
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("a.png", "\u0089PNG\r\n\u001A\n", "image/png")]
    [InlineData("a.jpeg", "\u00FF\u00D8\u00FF\u00E0", "image/jpeg")]
    [InlineData("a.webp", "RIFF....WEBPVP8 ", "image/webp")]
    [InlineData("a.txt", "Teksts", "text/plain")]
    public async Task SaveUpload_AllowedTypes_AreKnownByTheirBytes(string name, string content, string type)
    {
        var saved = await _store.SaveUploadAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), name, _cancel);

        Assert.Equal(type, saved.Value.Type.ContentType);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\x\\y.pdf", "y.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("\u0000\r\n", "file")]
    [InlineData("Pārskats \"II\".pdf", "Pārskats II.pdf")]
    [InlineData("...", "file")]
    public void Safe_NamesFromOutside_BecomeHarmless(string name, string safe) => Assert.Equal(safe, FileNames.Safe(name));

    [Fact]
    public void Safe_AnyText_IsShortAndHasNoFolders() => Gen.String.Sample(name =>
    {
        var safe = FileNames.Safe(name);
        Assert.InRange(safe.Length, 1, 120);
        Assert.DoesNotContain('/', safe);
        Assert.Equal(safe, FileNames.Safe(safe));
    });

    [Fact]
    public async Task Verify_AByteWasChanged_SaysNo()
    {
        var saved = (await _store.SaveAsync(new MemoryStream("pierādījums"u8.ToArray()), _cancel)).Value;
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "files", saved.Sha256[..2], saved.Sha256), "viltojums");

        Assert.False(await _store.VerifyAsync(saved.Sha256, _cancel));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AB")]
    public async Task Open_WhatIsNoHash_IsNotThere(string name)
    {
        Assert.Null(_store.Open(name));
        Assert.False(await _store.VerifyAsync(name, _cancel));
    }

    [Fact]
    public async Task Delete_AStoredFile_TakesItAway()
    {
        var saved = (await _store.SaveAsync(new MemoryStream([1, 2, 3]), _cancel)).Value;

        _store.Delete(saved.Sha256);
        _store.Delete(saved.Sha256);

        Assert.Null(_store.Open(saved.Sha256));
    }

    [Fact]
    public async Task SaveUpload_ATextUnderItsName_IsKeptWithItsType()
    {
        var saved = await _store.SaveUploadAsync(new MemoryStream(Encoding.UTF8.GetBytes("a;b\r\n1;2\r\n")), "C:\\Dati\\saraksts.CSV", _cancel);

        Assert.Equal(FileTypes.Csv, saved.Value.Type);
        Assert.Equal("saraksts.CSV", saved.Value.Name);
    }

    [Theory]
    [InlineData("rekins.pdf", "<script>alert(1)</script>", "file-type-mismatch")]
    [InlineData("lapa.html", "<html></html>", "file-type-mismatch")]
    [InlineData("programma.txt", "MZ\u0000\u0001\u0002", "file-type-not-allowed")]
    [InlineData("tukss.txt", "", "file-empty")]
    public async Task SaveUpload_AWrongFile_IsRefusedWithTheReason(string name, string content, string code)
    {
        var saved = await _store.SaveUploadAsync(new MemoryStream(Encoding.Latin1.GetBytes(content)), name, _cancel);

        Assert.Equal(code, Assert.Single(saved.Errors).Code);
        Assert.Empty(_store.List());
        Assert.Empty(Leftovers());
    }

    private string[] Leftovers() => Directory.GetFiles(Path.Combine(_root.FullName, "files", "incoming"));

    private sealed class BrokenStream : MemoryStream
    {
        private bool _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read)
            {
                throw new EndOfStreamException();
            }

            _read = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    // Uploads are buffered on the disk before they come here, so the reading may meet a full disk as well as the writing.
    private sealed class FailingDisk(int errorNumber) : MemoryStream
    {
        private bool _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read)
            {
                throw new IOException("disk", errorNumber);
            }

            _read = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
