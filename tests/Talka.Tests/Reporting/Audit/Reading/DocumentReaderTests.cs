using System.Text;
using Talka.Foundation.Docx;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

public class DocumentReaderTests
{
    private const string Words = "Pārskats par Šķēdes talku: 53 994,00 euro";

    public static TheoryData<string, byte[], string> Unreadable { get; } = new()
    {
        { "a.txt", [], "document-empty" },
        { "a.txt", "  \n\t\r\n"u8.ToArray(), "document-empty" },
        { "a.html", "<html><body> </body></html>"u8.ToArray(), "document-empty" },
        { "a.docx", DocxSample.Of("<w:p/>"), "document-empty" },
        { "a.docx", DocxSample.Scanned(), "document-scanned" },
        { "a.pdf", PdfSample.Empty(), "document-empty" },
        { "a.pdf", PdfSample.Scanned(), "document-scanned" },
        { "a.pdf", PdfSample.Encrypted(), "document-protected" },
        { "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "document-unsupported" },
        { "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "document-protected" },
        { "a.rtf", "{\\rtf1 x}"u8.ToArray(), "document-unsupported" },
        { "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8], "document-unsupported" },
        { "a.zip", [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "document-unsupported" },
        { "a.docx", "Teksts"u8.ToArray(), "document-damaged" },
        { "a.pdf", "Teksts"u8.ToArray(), "document-damaged" },
        { "a.pdf", "%PDF-1.4\n"u8.ToArray(), "document-damaged" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void File_ThatCannotBeRead_SaysWhyInBothLanguages(string name, byte[] bytes, string code)
    {
        using var latvian = Languages.Use("lv");
        var error = Assert.Single(Documents.Read(bytes, name).Errors);
        using var english = Languages.Use("en");
        var other = Assert.Single(Documents.Read(bytes, name).Errors);

        Assert.Equal(code, error.Code);
        Assert.NotEqual(other.Message, error.Message);
        Assert.DoesNotContain('{', error.Message + other.Message);
    }

    [Fact]
    public void File_TooLarge_IsRefusedUnread()
    {
        using var large = new LongStream(ReadingLimits.Bytes + 1);

        Assert.Equal("document-too-large", Assert.Single(DocumentReader.Read(large, "a.txt").Errors).Code);
    }

    [Fact]
    public void File_WithTooMuchText_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("Talka notika. ", ReadingLimits.Characters / 14 + 1_000));

        Assert.Equal("document-too-large", Assert.Single(Documents.Read(text, "a.txt").Errors).Code);
    }

    [Fact]
    public void File_OfLinesWithoutEnd_IsRefusedBeforeItsTimeIsOver()
    {
        var text = string.Concat(Enumerable.Repeat("a b c d\n", (int)(ReadingLimits.Bytes / 8)));

        Assert.Equal("document-too-large", Assert.Single(Documents.Read(text, "a.txt").Errors).Code);
    }

    public static TheoryData<string> Encodings { get; } = ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "utf-16 without mark", "windows-1257"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_OfAnyEncoding_IsDecoded(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Words),
            "utf-8 with mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Words)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(Words),
            "windows-1257" => CodePagesEncodingProvider.Instance.GetEncoding(1257)!.GetBytes(Words),
            _ => [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Words)],
        };

        Assert.Equal(Words + "\n", Documents.Read(bytes, "a.txt").Value.Text);
    }

    [Fact]
    public void File_OfAnotherFormatThanItsName_IsReadAsWhatItIs()
    {
        using var docx = new DocxBuilder("x", "lv-LV");
        docx.Paragraph(Words);

        Assert.Equal(SourceFormat.Docx, Documents.Read(docx.Build(), "a.pdf").Value.Format);
        Assert.Equal(SourceFormat.Pdf, Documents.Read(PdfSample.Pages(1), "a.docx").Value.Format);
    }

    [Fact]
    public void Pdf_OfHundredsOfPages_IsRead()
    {
        var bytes = PdfSample.Pages(250, lines: 20);
        var document = Documents.Read(bytes, "a.pdf").Value;

        Assert.InRange(document.Blocks.Count, 250, 5_000);
        Assert.Equal(250, document.Blocks[^1].Place.Page);
    }

    [Fact]
    public void Pdf_OfMorePages_IsRefused() => Assert.Equal("document-too-large", Assert.Single(Documents.Read(PdfSample.Pages(2_001, lines: 0), "a.pdf").Errors).Code);

    [Fact]
    public void Pdf_WithAStreamThatBecomesVeryLarge_IsRefused() =>
        Assert.Equal("document-too-large", Assert.Single(Documents.Read(PdfSample.Bomb(ReadingLimits.PdfStream * 4), "a.pdf").Errors).Code);

    [Fact]
    public void Text_OfAThousandPages_IsRead()
    {
        var text = string.Concat(Enumerable.Repeat("• 10.11.2023. organizēts seminārs (15 dalībnieki); - <b>otrs</b> & trešais\tšūna\n", 80_000));
        Documents.AssertSound(Documents.Read(text, "a.txt").Value);
    }

    private sealed class LongStream(long length) : MemoryStream
    {
        public override long Length => length;
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Read though it is too large.");
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Read though it is too large.");
    }
}
