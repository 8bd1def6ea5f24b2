using System.IO.Compression;
using System.Text;
using Talka.Foundation.Sheets;

namespace Talka.Tests.Foundation.Sheets;

public sealed class SheetReaderTests
{
    [Theory]
    [InlineData("utf-8", true, ';')]
    [InlineData("utf-8", false, ',')]
    [InlineData("utf-16", true, '\t')]
    [InlineData("utf-16BE", true, ';')]
    [InlineData("utf-16", false, ';')]
    [InlineData("windows-1257", false, ';')]
    public void Read_CsvInAnyEncoding_GivesItsLetters(string encoding, bool mark, char separator)
    {
        var text = "Nosaukums;Vieta\r\n\"Ķēžu; ūdrs\";Cēsis\r\n".Replace(';', separator).Replace("Ķēžu" + separator, "Ķēžu" + separator);
        var code = encoding.StartsWith("windows", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(1257)! : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? code.GetPreamble() : [], .. code.GetBytes(text)];

        using var sheet = SheetReader.Read(new MemoryStream(bytes), "dati.csv").Value;

        Assert.Equal(["Nosaukums", "Vieta"], sheet.Header);
        Assert.Equal([$"Ķēžu{separator} ūdrs", "Cēsis"], sheet.Rows().Single().Cells);
    }

    [Fact]
    public void Read_XlsxAsOfficeWritesIt_GivesTextsNumbersDatesAndTruths()
    {
        using var file = Xlsx(
            """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>Da</t></r><r><t>tums</t></r></is></c></row>
            <row r="4" hidden="1"><c r="A4" t="s"><v>1</v></c><c r="B4"><f>1+1</f><v>1177.3300000000002</v></c><c r="C4" s="1"><v>44757</v></c></row>
            <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="str"><f>A1</f><v>=x</v></c><c r="C5" s="2"><v>44757.5</v></c></row>
            """,
            """<si><t>Nosaukums</t></si><si><r><t>vie</t></r><r><t xml:space="preserve">ns </t></r><rPh sb="0" eb="1"><t>ruby</t></rPh></si>""");

        using var sheet = SheetReader.Read(file, "dati.xlsx").Value;
        var rows = sheet.Rows().ToList();

        Assert.Equal(["Nosaukums", "", "Datums"], sheet.Header);
        Assert.Equal([4, 5], rows.Select(row => row.Number));
        Assert.Equal(["viens ", "1177.33", "2022-07-15"], rows[0].Cells);
        Assert.Equal(["true", "=x", "2022-07-15T12:00:00"], rows[1].Cells);
        Assert.Null(sheet.Failure);
    }

    [Theory]
    [InlineData("", "sheet-empty")]
    [InlineData("\r\n\r\n", "sheet-empty")]
    [InlineData("\u0001\u0000\u0000\u0002\u0000\u0000\u0000\u0003", "sheet-type-unknown")]
    [InlineData("PK\u0003\u0004 nav zip", "sheet-damaged")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "sheet-protected")]
    public void Read_WhatIsNoSheet_IsRefusedWithTheReason(string content, string code)
    {
        var read = SheetReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(content)), "dati.xlsx");

        Assert.Equal(code, Assert.Single(read.Errors).Code);
    }

    [Fact]
    public void Read_ATruncatedXlsx_IsDamaged()
    {
        using var file = Xlsx("""<row><c t="inlineStr"><is><t>a</t></is></c></row>""", "");
        var bytes = file.ToArray()[..^300];

        Assert.Equal("sheet-damaged", Assert.Single(SheetReader.Read(new MemoryStream(bytes), "dati.xlsx").Errors).Code);
    }

    [Fact]
    public void Read_AZipBomb_IsRefusedWithoutUnpackingItAll()
    {
        using var file = Xlsx("""<row><c t="inlineStr"><is><t>a</t></is></c></row>""", "", extra: zip =>
        {
            using var entry = zip.CreateEntry("xl/media/bomb.bin").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                entry.Write(zeros);
            }
        });

        Assert.Equal("sheet-too-large", Assert.Single(SheetReader.Read(file, "dati.xlsx").Errors).Code);
    }

    [Fact]
    public void Read_EntitiesThatMultiply_AreRefused()
    {
        using var file = Xlsx("""<row><c t="inlineStr"><is><t>&b;</t></is></c></row>""", "", """<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>""");

        Assert.Equal("sheet-damaged", Assert.Single(SheetReader.Read(file, "dati.xlsx").Errors).Code);
    }

    [Fact]
    public void Read_AnotherKindOfZip_IsNoSheet()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("word/document.xml");
        }

        Assert.Equal("sheet-type-unknown", Assert.Single(SheetReader.Read(file, "dati.xlsx").Errors).Code);
    }

    [Fact]
    public void Rows_ACellOfTenMegabytes_EndsWithItsPlace()
    {
        var csv = "a;b\nx;y\nx;" + new string('z', 10_000_000) + "\n";
        using var sheet = SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "dati.csv").Value;

        Assert.Single(sheet.Rows());

        Assert.Equal(3, sheet.Failure!.Row);
        Assert.Contains(sheet.Failure.Code, new[] { "cell-too-long", "row-too-long" });
    }

    [Theory]
    [InlineData("a;b\n1;\"2\n3;4\n", 2)]
    [InlineData("a;b\n1;2\n\"3\"x;4\n", 3)]
    public void Rows_QuotesThatDoNotMatch_AreNamedByRow(string csv, int row)
    {
        using var sheet = SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "dati.csv").Value;

        _ = sheet.Rows().Count();

        Assert.Equal((row, "csv-bad-quotes"), (sheet.Failure!.Row, sheet.Failure.Code));
    }

    [Fact]
    public void Read_TooManyColumns_IsRefused()
    {
        var read = SheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 500)))), "dati.csv");

        Assert.Equal("sheet-too-many-columns", Assert.Single(read.Errors).Code);
    }

    [Fact]
    public void Rows_AMillion_StreamWithoutStayingInMemory()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var writer = new StreamWriter(path))
            {
                writer.Write("nr;teksts\n");
                for (var i = 1; i <= 1_000_000; i++)
                {
                    writer.Write($"{i};Seminārs organizācijām Nr. {i}\n");
                }
            }

            using var file = File.OpenRead(path);
            using var sheet = SheetReader.Read(file, "dati.csv").Value;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var count = 0;
            foreach (var row in sheet.Rows())
            {
                if (++count == 900_000)
                {
                    Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
                }
            }

            Assert.Equal(1_000_000, count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MemoryStream Xlsx(string rows, string texts, string prolog = "", Action<ZipArchive>? extra = null)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Dati" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-426]dd\.mm\.yyyy\ hh:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>""");
            Add("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{texts}</sst>""");
            Add("xl/worksheets/sheet1.xml", $"""{prolog}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            extra?.Invoke(zip);

            void Add(string path, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        file.Position = 0;
        return file;
    }
}
