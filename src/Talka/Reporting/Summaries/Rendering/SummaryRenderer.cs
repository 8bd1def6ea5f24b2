using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Talka.Foundation.Charts;
using Talka.Foundation.Localisation;
using Talka.Foundation.Pdf;
using Talka.Foundation.Pictures;
using Talka.Foundation.Results;
using Talka.Reporting.Summaries.Layout;

namespace Talka.Reporting.Summaries.Rendering;

/// <summary>Writes a computed summary in its formats. All of them carry the hash of the JSON.</summary>
public sealed class SummaryRenderer(IServiceProvider services, ILoggerFactory loggers, PdfRenderer pdf, ChartRenderer charts, ChartPictures pictures, IConfiguration configuration)
{
    /// <summary>Where the links of a file lead: files leave this site, so they need its whole address.</summary>
    private string Site => (configuration["Talka:PublicAddress"] ?? "http://localhost:5080").TrimEnd('/');

    /// <returns>The bytes; PDF fails with <c>weasyprint-missing</c> where it cannot be made.</returns>
    public async Task<Result<byte[]>> RenderAsync(SummaryDocument document, SummaryFormat format, CancellationToken cancel)
    {
        var json = SummaryJson.Write(document);
        if (format == SummaryFormat.Json)
        {
            return json;
        }

        var layout = Layout(document, json);
        return format switch
        {
            SummaryFormat.Html => await HtmlAsync(layout),
            SummaryFormat.Docx => new SummaryDocx(charts, pictures, Site).Write(layout),
            _ => await PdfAsync(layout, json, document, cancel),
        };
    }

    /// <summary>All four, for freezing: the JSON in the PDF is the very JSON.</summary>
    public async Task<Result<IReadOnlyDictionary<SummaryFormat, byte[]>>> RenderAllAsync(SummaryDocument document, CancellationToken cancel)
    {
        var json = SummaryJson.Write(document);
        var layout = Layout(document, json);
        var pdfBytes = await PdfAsync(layout, json, document, cancel);
        if (!pdfBytes.Succeeded)
        {
            return Result<IReadOnlyDictionary<SummaryFormat, byte[]>>.Failed(pdfBytes.Errors);
        }

        return new Dictionary<SummaryFormat, byte[]>
        {
            [SummaryFormat.Html] = await HtmlAsync(layout),
            [SummaryFormat.Pdf] = pdfBytes.Value,
            [SummaryFormat.Docx] = new SummaryDocx(charts, pictures, Site).Write(layout),
            [SummaryFormat.Json] = json,
        };
    }

    private SummaryLayout Layout(SummaryDocument document, byte[] json) => new LayoutBuilder(document).Build(SummaryJson.Sha256(json));

    private async Task<byte[]> HtmlAsync(SummaryLayout layout) => System.Text.Encoding.UTF8.GetBytes(await HtmlTextAsync(layout));

    private async Task<string> HtmlTextAsync(SummaryLayout layout)
    {
        using var language = Languages.Use(layout.Language);
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(StandaloneSummary.Layout)] = layout,
                [nameof(StandaloneSummary.Site)] = Site,
            });
            return (await renderer.RenderComponentAsync<StandaloneSummary>(parameters)).ToHtmlString();
        });
    }

    private async Task<Result<byte[]>> PdfAsync(SummaryLayout layout, byte[] json, SummaryDocument document, CancellationToken cancel)
    {
        var attachment = new PdfAttachment(FileName(document, SummaryFormat.Json), json);
        return await pdf.RenderAsync(await HtmlTextAsync(layout), null, [attachment], cancel, document.PublishedAt);
    }

    /// <summary>Such as <c>kopsavilkums-nvo-2022-v1.pdf</c>.</summary>
    public static string FileName(SummaryDocument document, SummaryFormat format) =>
        FileName(document.Terms.Slug, document.Version, format);

    public static string FileName(string slug, int? version, SummaryFormat format) =>
        $"{slug}-{(version is { } number ? $"v{number}" : "draft")}.{format.Extension()}";
}
