using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Talka.Foundation.Results;

namespace Talka.Foundation.Pdf;

/// <summary>A file to put inside the PDF, byte by byte, under a plain name such as <c>summary.json</c>.</summary>
public sealed record PdfAttachment(string Name, ReadOnlyMemory<byte> Content);

/// <summary>
/// Makes accessible PDF (tagged, PDF/UA-1) of our own HTML documents with WeasyPrint, which runs as a child process.
/// The HTML must be self-contained or point into its base folder; nothing is fetched from the network.
/// Settings: <c>Talka:WeasyPrint</c> names the program (else <c>weasyprint</c> on the PATH).
/// </summary>
public sealed partial class PdfRenderer(IConfiguration configuration, ILogger<PdfRenderer> log) : IDisposable
{
    private const long MaxSize = 200L * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    // Each rendering takes a processor and a few hundred megabytes; more at once would only be slower.
    private readonly SemaphoreSlim _turns = new(2, 2);

    /// <summary>Whether WeasyPrint is installed, looked up anew each time: it may be installed while the program runs.</summary>
    public bool IsAvailable => Find() is not null;

    /// <summary>Renders a document.</summary>
    /// <param name="html">A whole HTML document with <c>lang</c> and <c>title</c>.</param>
    /// <param name="baseDir">The folder that relative addresses in it start from; null when there are none.</param>
    /// <param name="created">The date of the document, written into the PDF, so that equal input gives equal bytes.</param>
    /// <returns>The PDF; fails with <c>weasyprint-missing</c>, <c>pdf-failed</c>, <c>pdf-timeout</c> or <c>pdf-too-large</c>.</returns>
    public async Task<Result<byte[]>> RenderAsync(
        string html, string? baseDir, IReadOnlyList<PdfAttachment> attachments, CancellationToken cancel, DateTime? created = null)
    {
        if (Find() is not { } program)
        {
            return PdfErrors.Missing();
        }

        await _turns.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("talka-pdf-");
        try
        {
            var (marked, alternatives) = PdfTags.MarkImages(html);
            var pdf = await RenderInAsync(folder.FullName, program, marked, baseDir, attachments, created ?? DateTime.UnixEpoch, cancel);
            return pdf.Succeeded ? PdfTags.Complete(pdf.Value, alternatives) : pdf;
        }
        finally
        {
            _turns.Release();
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<Result<byte[]>> RenderInAsync(
        string folder, string program, string html, string? baseDir, IReadOnlyList<PdfAttachment> attachments, DateTime created, CancellationToken cancel)
    {
        var input = Path.Combine(folder, "document.html");
        var output = Path.Combine(folder, "document.pdf");
        await File.WriteAllTextAsync(input, html, new UTF8Encoding(false), cancel);
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList = { "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--custom-metadata" },
        };
        start.ArgumentList.Add("--base-url");
        start.ArgumentList.Add(new Uri((baseDir is null ? folder : Path.GetFullPath(baseDir)).TrimEnd('/') + "/").AbsoluteUri);
        var files = Directory.CreateDirectory(Path.Combine(folder, "attachments")).FullName;
        foreach (var attachment in attachments)
        {
            var path = Path.Combine(files, Files.FileNames.Safe(attachment.Name));
            await File.WriteAllBytesAsync(path, attachment.Content, cancel);
            start.ArgumentList.Add("--attachment");
            start.ArgumentList.Add(path);
        }

        start.ArgumentList.Add(input);
        start.ArgumentList.Add(output);
        Confine(start, folder, created);
        var done = await RunAsync(start, output, Timeout, cancel);
        return !done.Succeeded ? Result<byte[]>.Failed(done.Errors)
            : new FileInfo(output).Length <= MaxSize ? await File.ReadAllBytesAsync(output, cancel) : PdfErrors.TooLarge();
    }

    private static void Confine(ProcessStartInfo start, string folder, DateTime created)
    {
        start.Environment["SOURCE_DATE_EPOCH"] = new DateTimeOffset(DateTime.SpecifyKind(created, DateTimeKind.Utc)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        start.Environment["TMPDIR"] = folder;

        // A document that names a network address is refused the connection: these proxies answer nobody.
        foreach (var proxy in (string[])["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"])
        {
            start.Environment[proxy] = "http://127.0.0.1:9";
        }
    }

    private async Task<Result> RunAsync(ProcessStartInfo start, string output, TimeSpan longest, CancellationToken cancel)
    {
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return PdfErrors.Missing();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(longest);
        try
        {
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = await said;
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0 || !File.Exists(output))
            {
                log.LogError("WeasyPrint ended with {ExitCode}: {Errors}", process.ExitCode, errors);
                return PdfErrors.Failed();
            }

            if (errors.Length > 0)
            {
                log.LogDebug("WeasyPrint: {Errors}", errors);
            }

            return Result.Ok;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return PdfErrors.Timeout();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private string? Find()
    {
        var name = configuration["Talka:WeasyPrint"] is { Length: > 0 } set ? set : "weasyprint";
        return Path.IsPathRooted(name)
            ? File.Exists(name) ? name : null
            : (configuration["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").Split(Path.PathSeparator)
                .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
