using QRCoder;

namespace Talka.Work.Events.Door;

/// <summary>QR codes as pictures that need no file of their own.</summary>
public static class QrPicture
{
    private const int PixelsPerModule = 6;

    /// <summary>A data address of a PNG.</summary>
    public static string Address(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }
}
