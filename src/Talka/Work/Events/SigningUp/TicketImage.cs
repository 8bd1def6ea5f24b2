using System.Text;
using QRCoder;

namespace Talka.Work.Events.SigningUp;

/// <summary>The QR code of a ticket as a picture that needs no request of its own.</summary>
internal static class TicketImage
{
    public static string DataUri(string ticketCode)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(TicketCodes.Prefix + ticketCode, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
