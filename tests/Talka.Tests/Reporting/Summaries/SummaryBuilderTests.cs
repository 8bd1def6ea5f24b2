using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Reporting.Summaries;
using Talka.Reporting.Summaries.Rendering;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Summaries;

public sealed class SummaryBuilderTests
{
    [Fact]
    public async Task Look_Document_Written()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        await site.InScopeAsync(async services =>
        {
            foreach (var template in SummaryTemplate.All)
            {
                var document = (await services.GetRequiredService<SummaryBuilder>().BuildAsync(SummarySample.Slug, template.Code, null, CancellationToken.None)).Value;
                var renderer = services.GetRequiredService<SummaryRenderer>();
                foreach (var format in Enum.GetValues<SummaryFormat>())
                {
                    await File.WriteAllBytesAsync($"/tmp/sum/{template.Code}.{format.Extension()}", (await renderer.RenderAsync(document, format, CancellationToken.None)).Value);
                }
            }
        });
    }
}
