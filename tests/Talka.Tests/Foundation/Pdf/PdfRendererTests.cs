using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Pdf;

namespace Talka.Tests.Foundation.Pdf;

public sealed class PdfRendererTests : IDisposable
{
    private const string Html = """
        <!DOCTYPE html><html lang="lv"><head><meta charset="utf-8"><title>Kopsavilkums par ķēdi</title></head><body><article>
        <h1>Kopsavilkums</h1><p>Ķēniņa <a href="https://example.org/">ziņa</a> un <a href="https://example.org/b">otra</a></p><h2>I gads</h2>
        <table><caption>Nauda</caption><thead><tr><th scope="col">Gads</th><th scope="col">Summa</th></tr></thead>
        <tbody><tr><th scope="row">I</th><td>53 994,00</td></tr></tbody></table>
        <figure><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='50'%3E%3Crect width='50' height='20'/%3E%3C/svg%3E" alt="Plāns &amp; izlietojums"><figcaption>Izlietojums</figcaption></figure>
        <p>Teksts</p><img alt='Otrs &gt; attēls' src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="><img alt="" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">
        </article></body></html>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talka-pdf-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Render_ADocument_HasLanguageTitleHeadingsHeaderCellsAndDescribedFigures()
    {
        var path = await RenderAsync(Html);

        var structure = Run("pdfinfo", "-struct", path);
        Assert.Contains("H1", structure);
        Assert.Contains("H2", structure);
        Assert.Contains("Caption", structure);
        Assert.Equal(3, structure.Split('\n').Count(line => line.Trim() is "TH" or "TH:"));
        Assert.Equal(2, Count(structure, "/Scope /Column"));
        Assert.Equal(1, Count(structure, "/Scope /Row"));
        Assert.Equal(2, Count(structure, "Figure"));
        var objects = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
        Assert.All(["Plāns & izlietojums", "Otrs > attēls"], text => Assert.Contains("/S /Figure /Alt <FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)), objects));
        var info = Run("pdfinfo", path);
        Assert.Contains("Kopsavilkums par ķēdi", info);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Contains("/Lang (lv)", objects);
    }

    [Fact]
    public async Task Render_ADocument_TiesItsLinksToTheirAnnotations()
    {
        var structure = Run("pdfinfo", "-struct", await RenderAsync(Html));

        Assert.Equal(2, Count(structure, "Object "));
    }

    [Fact]
    public async Task Render_WithAnAttachment_GivesBackTheVeryBytes()
    {
        var json = Encoding.UTF8.GetBytes("{\"mandate\":\"ķēde\"}\n");
        var path = await RenderAsync(Html, new PdfAttachment("summary.json", json));
        var saved = Path.Combine(_folder.FullName, "saved.json");

        Assert.Contains("summary.json", Run("pdfdetach", "-list", path));
        Run("pdfdetach", "-save", "1", "-o", saved, path);

        Assert.Equal(json, await File.ReadAllBytesAsync(saved));
    }

    [Fact]
    public async Task Render_TheSameTwice_GivesTheSameBytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(await RenderAsync(Html)), await File.ReadAllBytesAsync(await RenderAsync(Html)));

    [Fact]
    public async Task Render_AnAddressOnTheNetwork_IsNotFetched()
    {
        using var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        server.Start();

        await RenderAsync($"""<html lang="lv"><head><title>x</title></head><body><img alt="x" src="http://{server.LocalEndpoint}/x.png"></body></html>""");

        Assert.False(server.Pending());
    }

    [Fact]
    public async Task Render_IsCancelled_Stops()
    {
        using var renderer = Renderer();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renderer.RenderAsync(Html, null, [], cancel.Token));
    }

    [Fact]
    public async Task Render_WeasyPrintIsNotInstalled_SaysWhichPackageToInstall()
    {
        using var renderer = Renderer(("Talka:WeasyPrint", "/nowhere/weasyprint"));

        var pdf = await renderer.RenderAsync(Html, null, [], CancellationToken.None);

        Assert.False(renderer.IsAvailable);
        var error = Assert.Single(pdf.Errors);
        Assert.Equal("weasyprint-missing", error.Code);
        Assert.Contains("apt install weasyprint", error.Message);
    }

    [Fact]
    public void Complete_APdfOfAnotherMake_IsLeftAsItIs()
    {
        var pdf = "%PDF-1.7\n1 0 obj\n<< /Type /ObjStm >>\nstream\n...\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8.ToArray();

        Assert.Equal(pdf, PdfTags.Complete(pdf, ["x"]));
    }

    private async Task<string> RenderAsync(string html, params PdfAttachment[] attachments)
    {
        using var renderer = Renderer();
        var pdf = await renderer.RenderAsync(html, null, attachments, CancellationToken.None);
        var path = Path.Combine(_folder.FullName, Path.GetRandomFileName() + ".pdf");
        await File.WriteAllBytesAsync(path, pdf.Value);
        return path;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", errors.GetAwaiter().GetResult());
        return output;
    }

    private static PdfRenderer Renderer(params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(),
        NullLogger<PdfRenderer>.Instance);
}
