using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Pdf;

namespace Talka.Tests.Foundation.Pdf;

public sealed class PdfRendererTests
{
    private const string Html = """<!DOCTYPE html><html lang="lv"><head><meta charset="utf-8"><title>Kopsavilkums</title></head><body><h1>Kopsavilkums</h1><p>Ķēniņa ziņa</p></body></html>""";

    [Fact]
    public async Task Render_AnHtmlDocument_GivesAPdf()
    {
        using var renderer = Renderer();

        var pdf = await renderer.RenderAsync(Html, null, [new PdfAttachment("summary.json", "{}"u8.ToArray())], CancellationToken.None);

        Assert.True(renderer.IsAvailable);
        Assert.StartsWith("%PDF-1.", Encoding.Latin1.GetString(pdf.Value, 0, 16));
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

    private static PdfRenderer Renderer(params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(),
        NullLogger<PdfRenderer>.Instance);
}
