using System.Text;
using QRCoder;

namespace Talka.Foundation.Ui;

/// <summary>QR codes as pictures in a data address, which need no request of their own.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>For pages: sharp at any size.</summary>
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        var svg = picture.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }

    /// <summary>For documents, where thousands are drawn in one run.</summary>
    public static string Png(string text) => "data:image/png;base64," + Convert.ToBase64String(PngFile(text));

    /// <summary>The bytes of a PNG, for mails.</summary>
    public static byte[] PngFile(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(PixelsPerModule);
    }
}
