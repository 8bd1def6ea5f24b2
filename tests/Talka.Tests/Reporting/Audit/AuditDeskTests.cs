using Microsoft.AspNetCore.Http;
using Talka.Foundation.Results;
using Talka.Reporting.Audit;

namespace Talka.Tests.Reporting.Audit;

public sealed class AuditDeskTests
{
    [Fact]
    public async Task Document_WhileAllPlacesAreTaken_IsToldToComeBack()
    {
        using var desk = new AuditDesk(patience: TimeSpan.Zero);
        using var slow = new ManualResetEventSlim();
        var taken = Enumerable.Range(0, 2).Select(_ => new SlowFile(slow)).ToList();
        var running = taken.ConvertAll(file => Task.Run(() => desk.RunAsync(new() { File = file }, CancellationToken.None)));
        Assert.All(taken, file => Assert.True(file.Opened.Wait(TimeSpan.FromSeconds(30))));

        var refused = await desk.RunAsync(new() { Text = "I gads" }, CancellationToken.None);
        slow.Set();
        await Task.WhenAll(running);
        var served = await desk.RunAsync(new() { Text = "I gads" }, CancellationToken.None);

        Assert.Equal((ErrorKind.Busy, "audit-busy"), (refused.Errors.Single().Kind, refused.Errors.Single().Code));
        Assert.All(running, task => Assert.True(task.Result.Succeeded));
        Assert.True(served.Succeeded);
    }

    [Fact]
    public async Task Text_LongerThanCanBePasted_IsRefused()
    {
        using var desk = new AuditDesk(patience: TimeSpan.Zero);

        var report = await desk.RunAsync(new() { Text = new string('a', 1_000_001) }, CancellationToken.None);

        Assert.Equal(("document-too-large", "Text"), (report.Errors.Single().Code, report.Errors.Single().Field));
    }

    private sealed class SlowFile(ManualResetEventSlim release) : IFormFile
    {
        private static readonly byte[] Bytes = "I gads"u8.ToArray();

        public ManualResetEventSlim Opened { get; } = new();
        public string ContentType => "text/plain";
        public string ContentDisposition => "";
        public IHeaderDictionary Headers { get; } = new HeaderDictionary();
        public long Length => Bytes.Length;
        public string Name => "Form.File";
        public string FileName => "a.txt";

        public Stream OpenReadStream()
        {
            Opened.Set();
            release.Wait(TimeSpan.FromSeconds(30));
            return new MemoryStream(Bytes);
        }

        public void CopyTo(Stream target) => target.Write(Bytes);
        public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => target.WriteAsync(Bytes, cancellationToken).AsTask();
    }
}
