using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Talka.Foundation.Pdf;
using Talka.Foundation.Results;

namespace Talka.Reporting.Audit.Output;

public enum AuditFormat { Text, Json, Html, Pdf }

/// <summary>Writes a report in its formats, in the current language.</summary>
public sealed class AuditRenderer(IServiceProvider services, ILoggerFactory loggers, PdfRenderer pdf)
{
    /// <returns>The bytes; PDF fails with <c>weasyprint-missing</c> where it cannot be made.</returns>
    public async Task<Result<byte[]>> RenderAsync(AuditReport report, AuditFormat format, CancellationToken cancel) => format switch
    {
        AuditFormat.Text => System.Text.Encoding.UTF8.GetBytes(AuditText.Write(report)),
        AuditFormat.Json => AuditJson.Write(report),
        AuditFormat.Html => System.Text.Encoding.UTF8.GetBytes(await HtmlAsync(report)),
        _ => await pdf.RenderAsync(await HtmlAsync(report), null, [], cancel),
    };

    private async Task<string> HtmlAsync(AuditReport report)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(StandaloneAudit.Report)] = report });
            return (await renderer.RenderComponentAsync<StandaloneAudit>(parameters)).ToHtmlString();
        });
    }
}
