using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Talka.Tests.Reporting.Audit.Reading;

internal static class PdfSample
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Pages(int pages, int lines = 40)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 1; page <= pages; page++)
        {
            var sheet = pdf.AddPage(PageSize.A4);
            for (var line = 0; line < lines; line++)
            {
                sheet.AddText(string.Create(CultureInfo.InvariantCulture, $"On {page % 28 + 1}.03.2024 we held seminar {page}.{line} with {line + 5} participants from the region."), 11, new PdfPoint(50, 790 - (line * 18)), font);
            }
        }

        return pdf.Build();
    }

    public static byte[] Scanned()
    {
        var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4).AddPng(Dot, new PdfRectangle(0, 0, 500, 800));
        return pdf.Build();
    }

    public static byte[] Empty()
    {
        var pdf = new PdfDocumentBuilder();
        pdf.AddPage(PageSize.A4);
        return pdf.Build();
    }

    /// <summary>Nothing in it is compressed, so that damage reaches what draws the page.</summary>
    public static byte[] Drawn()
    {
        const string Content = "0.5 w 50 700 200 20 re S 50 720 m 250 720 l S q 1 0 0 1 0 0 cm BT /F 11 Tf 1 0 0 1 60 705 Tm (Plan 53 994,00) Tj 0 -30 Td [(II) -2000 (52 816,67)] TJ ET Q";
        return Of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents 4 0 R >>",
            $"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream");
    }

    /// <summary>A page whose drawing is small, and becomes very large.</summary>
    public static byte[] Bomb(int bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("BT (x) Tj ET\n", bytes / 13))));
        }

        return Of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream");
    }

    public static byte[] Encrypted() => Of(4, [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >>"]);

    private static byte[] Of(params string[] objects) => Of(0, objects);

    /// <summary>A PDF of objects, numbered from 1.</summary>
    /// <param name="encryption">Number of the one that tells how it is encrypted; 0 for none.</param>
    private static byte[] Of(int encryption, string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(i + 1).Append(" 0 obj\n").Append(objects[i]).Append("\nendobj\n");
        }

        var table = text.Length;
        text.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            text.Append(place.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        text.Append("trailer\n<< /Size ").Append(objects.Length + 1).Append(" /Root 1 0 R").Append(encryption > 0 ? $" /Encrypt {encryption} 0 R" : "")
            .Append(" /ID [<00><00>] >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
