using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using Talka.Foundation.Charts;

namespace Talka.Foundation.Pictures;

/// <summary>
/// Charts as pictures of pixels, for programs that show no SVG (word processors other than the newest Word). Draws what <see cref="ChartRenderer"/> makes:
/// paths, rectangles, circles and lines of text, filled and stroked in plain colours.
/// </summary>
public sealed partial class ChartPictures(Letters letters)
{
    private const int Scale = 2;

    /// <inheritdoc cref="Letters.CanDraw"/>
    public bool Work => letters.CanDraw;

    /// <returns>A PNG with two of its pixels, each way, for one of the chart's.</returns>
    public byte[] Draw(string svg, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width * Scale, height * Scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        Children(surface.Canvas, XElement.Parse(svg));
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private void Children(SKCanvas canvas, XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            using var restore = new SKAutoCanvasRestore(canvas);
            canvas.Concat(Transform(element));
            switch (element.Name.LocalName)
            {
                case "g":
                    Children(canvas, element);
                    break;
                case "text":
                    Text(canvas, element);
                    break;
                default:
                    Shape(canvas, element);
                    break;
            }
        }
    }

    private static void Shape(SKCanvas canvas, XElement element)
    {
        using var path = Outline(element);
        if (path is null)
        {
            return;
        }

        if (Colour(element, "fill", "#000000") is { } fill)
        {
            using var paint = new SKPaint { Color = fill, IsAntialias = true };
            canvas.DrawPath(path, paint);
        }

        if (Colour(element, "stroke", "none") is { } stroke)
        {
            using var paint = new SKPaint { Color = stroke, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = Number(element, "stroke-width", 1) };
            canvas.DrawPath(path, paint);
        }
    }

    private static SKPath? Outline(XElement element)
    {
        var data = element.Name.LocalName switch
        {
            "path" => (string?)element.Attribute("d"),
            "polyline" => $"M{(string?)element.Attribute("points")}",
            "polygon" => $"M{(string?)element.Attribute("points")}Z",
            "rect" => FormattableString.Invariant(
                $"M{Number(element, "x")} {Number(element, "y")}h{Number(element, "width")}v{Number(element, "height")}h{-Number(element, "width")}Z"),
            "circle" => Circle(Number(element, "cx"), Number(element, "cy"), Number(element, "r")),
            _ => null,
        };
        return data is null ? null : SKPath.ParseSvgPathData(data);
    }

    private static string Circle(float x, float y, float radius) =>
        FormattableString.Invariant($"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0Z");

    private void Text(SKCanvas canvas, XElement element)
    {
        var style = (string?)element.Attribute("style") ?? "";
        var size = FontSize().Match(style) is { Success: true } match ? Parse(match.Groups["size"].Value) : 12;
        using var font = Letters.Font(style.Contains("font-weight:bold", StringComparison.Ordinal) ? letters.Bold : letters.Regular, size);
        using var paint = new SKPaint { Color = Colour(element, "fill", "#000000") ?? SKColors.Transparent, IsAntialias = true };
        var align = (string?)element.Attribute("text-anchor") switch { "end" => SKTextAlign.Right, "middle" => SKTextAlign.Center, _ => SKTextAlign.Left };
        var baseline = (string?)element.Attribute("dominant-baseline") == "central" ? -(font.Metrics.Ascent + font.Metrics.Descent) / 2 : 0;
        canvas.DrawText(element.Value, Number(element, "x"), Number(element, "y") + baseline, align, font, paint);
    }

    private static SKMatrix Transform(XElement element)
    {
        var matrix = SKMatrix.Identity;
        foreach (Match step in Steps().Matches((string?)element.Attribute("transform") ?? ""))
        {
            var n = step.Groups["numbers"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToArray();
            matrix = matrix.PreConcat((step.Groups["name"].Value, n) switch
            {
                ("translate", [var x]) => SKMatrix.CreateTranslation(x, 0),
                ("translate", [var x, var y]) => SKMatrix.CreateTranslation(x, y),
                ("scale", [var x, var y]) => SKMatrix.CreateScale(x, y),
                ("rotate", [var degrees]) => SKMatrix.CreateRotationDegrees(degrees),
                ("matrix", [var a, var b, var c, var d, var e, var f]) => new SKMatrix(a, c, e, b, d, f, 0, 0, 1),
                _ => SKMatrix.Identity,
            });
        }

        return matrix;
    }

    private static SKColor? Colour(XElement element, string name, string otherwise) =>
        SKColor.TryParse((string?)element.Attribute(name) ?? otherwise, out var colour)
            ? colour.WithAlpha((byte)Math.Round(255 * Number(element, name + "-opacity", 1)))
            : null;

    private static float Number(XElement element, string name, float otherwise = 0) =>
        (string?)element.Attribute(name) is { } text ? Parse(text) : otherwise;

    private static float Parse(string text) => float.Parse(text.AsSpan().TrimEnd("px"), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"font-size:\s*(?<size>[\d.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontSize();

    [GeneratedRegex(@"(?<name>[a-z]+)\((?<numbers>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Steps();
}
