using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Talka.Foundation.Charts;
using Talka.Foundation.Pictures;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Pictures;

public sealed class ChartPicturesTests
{
    [Fact]
    public async Task Draw_ABarChart_ShowsItsBarsAndItsTexts()
    {
        await using var site = await TestSite.StartAsync();
        var svg = site.Services.GetRequiredService<ChartRenderer>().Render(
            ChartOption.Bars(["I gads", "II gads"], [new("Plānots", [53994m, 53994m]), new("Izlietots", [53994m, 52816.67m])]), 600, 300);

        var png = site.Services.GetRequiredService<ChartPictures>().Draw(svg, 600, 300);

        using var picture = SKBitmap.Decode(png);
        Assert.Equal((1200, 600), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(1, 1));
        var elements = XElement.Parse(svg).Descendants().ToList();
        var bars = elements.Where(element => element.Attribute("ecmeta_series_index") is not null && (string?)element.Attribute("fill") != "none").ToList();
        Assert.Equal(4, bars.Count(bar => Middle(bar) is var (x, y) && picture.GetPixel(x, y) == SKColor.Parse((string?)bar.Attribute("fill"))));

        var labels = elements.Where(element => element.Name.LocalName == "text" && element.Value is "I gads" or "50 000").ToList();
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.True(HasInk(picture, label)));
        Assert.Equal(png, site.Services.GetRequiredService<ChartPictures>().Draw(svg, 600, 300));
    }

    private static (int X, int Y) Middle(XElement bar)
    {
        using var path = SKPath.ParseSvgPathData((string?)bar.Attribute("d"));
        return ((int)(path.Bounds.MidX * 2), (int)(path.Bounds.MidY * 2));
    }

    // Letters stand within some pixels of where the text is put.
    private static bool HasInk(SKBitmap picture, XElement label)
    {
        var at = ((string?)label.Attribute("transform"))!["translate(".Length..^1].Split(' ').Select(n => 2 * float.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range((int)at[0] - 30, 60).Any(x => Enumerable.Range((int)at[1] - 10, 36).Any(y => picture.GetPixel(x, y).Red < 100));
    }
}
