using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Svg = DocumentFormat.OpenXml.Office2019.Drawing.SVG;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Talka.Foundation.Docx;

/// <summary>What stands inside a paragraph: text, links and pictures.</summary>
internal sealed class DocxInlines(MainDocumentPart main)
{
    private const long EmuPerPixel = 9525;
    private const int MaxWidth = 642; // pixels of the text's width on A4

    private readonly Dictionary<string, string> _links = [];
    private int _pictures;

    public IEnumerable<OpenXmlElement> Runs(IReadOnlyList<DocxRun> runs) => runs.Select(Inline);

    public Drawing Picture(DocxImage image)
    {
        var id = ++_pictures;
        var scale = Math.Min(1.0, MaxWidth / (double)Math.Max(image.Width, 1));
        var width = (long)(image.Width * scale) * EmuPerPixel;
        var height = (long)(image.Height * scale) * EmuPerPixel;
        var blip = new A.Blip { Embed = AddImage(ImagePartType.Png, image.Png, $"image{id}") };
        if (image.Svg is { } lines)
        {
            var svg = new Svg.SVGBlip { Embed = AddImage(ImagePartType.Svg, Encoding.UTF8.GetBytes(lines), $"svg{id}") };
            blip.Append(new A.BlipExtensionList(new A.BlipExtension(svg) { Uri = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" }));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"Image {id}");
        var alternative = Clean(image.Alternative);
        return new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = (uint)id, Name = name, Description = alternative },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = (uint)id, Name = name, Description = alternative }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(blip, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    /// <summary>Text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private OpenXmlElement Inline(DocxRun run)
    {
        var isLink = Uri.TryCreate(run.Link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);
        var text = Run(run, isLink);
        return isLink ? new Hyperlink(text) { Id = LinkTo(address!), History = true } : text;
    }

    private static Run Run(DocxRun run, bool isLink)
    {
        var properties = new RunProperties();
        if (isLink)
        {
            properties.Append(new RunStyle { Val = "Hyperlink" });
        }

        if (run.Bold)
        {
            properties.Append(new Bold());
        }

        if (run.Italic)
        {
            properties.Append(new Italic());
        }

        var result = new Run();
        if (properties.HasChildren)
        {
            result.Append(properties);
        }

        var lines = Clean(run.Text).Replace("\r\n", "\n").Split('\n', '\r');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                result.Append(new Break());
            }

            result.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return result;
    }

    private string LinkTo(Uri address)
    {
        if (!_links.TryGetValue(address.AbsoluteUri, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"link{_links.Count + 1}");
            main.AddHyperlinkRelationship(address, isExternal: true, id);
            _links.Add(address.AbsoluteUri, id);
        }

        return id;
    }

    private string AddImage(PartTypeInfo type, ReadOnlyMemory<byte> content, string id)
    {
        var part = main.AddImagePart(type, id);
        using var stream = new MemoryStream(content.ToArray());
        part.FeedData(stream);
        return id;
    }
}
