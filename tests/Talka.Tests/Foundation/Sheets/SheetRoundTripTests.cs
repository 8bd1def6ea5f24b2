using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;

namespace Talka.Tests.Foundation.Sheets;

public sealed class SheetRoundTripTests
{
    private sealed record Line(string? Title, DateOnly? Day, long? Count, Money? Amount);

    private static readonly string[] Awkward =
        ["=1+1", "'=1", "''@x", "-5", "+371", "\tx", "\rx", "a;b,c", "\"q\"", "rinda\nrinda", "ķēžu ūdrs", "_x0041_", " a ", "true", "12,50", "a\r\nb"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index]),
        Gen.Char["abcdēīūšč=+-@'\";,\t\r\n_x014 "].Array[1, 12].Select(chars => new string(chars)));

    private static SheetLayout<Line> Layout => new SheetLayout<Line>("Dati")
        .Text("Nosaukums", line => line.Title).Date("Datums", line => line.Day).Number("Skaits", line => line.Count).Money("Summa", line => line.Amount);

    [Theory]
    [InlineData(SheetFormat.Csv, "lv")]
    [InlineData(SheetFormat.Csv, "en")]
    [InlineData(SheetFormat.Xlsx, "lv")]
    public void WriteThenRead_AnyText_ComesBackAsItWas(SheetFormat format, string language)
    {
        using var scope = Languages.Use(language);
        var texts = Texts.Where(text => !string.IsNullOrWhiteSpace(text)).Array[1, 8];
        texts.Sample(sample =>
        {
            var rows = WriteAndRead(format, [.. sample.Select(text => new Line(text, null, null, null))]);
            Assert.Equal(sample, rows.Select(row => row.Cells[0]));
        }, iter: 200);
    }

    [Theory]
    [InlineData(SheetFormat.Csv, "lv")]
    [InlineData(SheetFormat.Csv, "en")]
    [InlineData(SheetFormat.Xlsx, "lv")]
    public void WriteThenRead_NumbersAndDays_ComeBackAsTheyWere(SheetFormat format, string language)
    {
        using var scope = Languages.Use(language);
        var day = Gen.Int[0, 60000].Select(days => new DateOnly(1900, 1, 1).AddDays(days));
        Gen.Select(day, Gen.Long[0, 1_000_000_000], Gen.Long[-10_000_000_000, 10_000_000_000]).Array[1, 8].Sample(sample =>
        {
            var rows = WriteAndRead(format, [.. sample.Select(each => new Line("x", each.Item1, each.Item2, new Money(each.Item3)))]);
            Assert.Equal(sample.Select(each => (DateOnly?)each.Item1), rows.Select(row => Parse.Date(row.Cells[1])));
            Assert.Equal(sample.Select(each => (long?)each.Item2), rows.Select(row => Parse.Count(row.Cells[2])));
            Assert.Equal(sample.Select(each => (Money?)new Money(each.Item3)), rows.Select(row => Parse.Money(row.Cells[3])));
        }, iter: 100);
    }

    [Theory]
    [InlineData(SheetFormat.Csv, "2026-07-01 15:05")]
    [InlineData(SheetFormat.Xlsx, "2026-07-01T15:05:00")]
    public async Task Write_AnInstant_IsTheTimeInRigaToTheMinute(SheetFormat format, string expected)
    {
        var layout = new SheetLayout<DateTime?>("Dati").Instant("Kad", at => at).Text("Kas", _ => "x");
        using var file = new MemoryStream();
        await SheetWriter.WriteAsync(layout, format, [new DateTime(2026, 7, 1, 12, 5, 59, DateTimeKind.Utc), (DateTime?)null], file, CancellationToken.None);
        file.Position = 0;

        using var sheet = SheetReader.Read(file, "dati" + SheetWriter.Extension(format)).Value;

        Assert.Equal([expected, ""], sheet.Rows().Select(row => row.Cells[0]));
    }

    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Xlsx)]
    public void Write_TheSameRowsTwice_GivesTheSameBytes(SheetFormat format)
    {
        Line[] lines = [new("=CMD()", new DateOnly(2023, 1, 2), 5000, new Money(117733)), new(null, null, null, null)];

        Assert.Equal(Write(format, lines).ToArray(), Write(format, lines).ToArray());
    }

    [Fact]
    public void Write_Xlsx_IsValidOpenXmlWithAFrozenHeaderAndNoFormula()
    {
        using var file = Write(SheetFormat.Xlsx, [new("=CMD()", new DateOnly(2023, 1, 2), 5000, new Money(117733)), new(null, null, null, null)]);
        using var document = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal("A1:D3", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    private static List<SheetRow> WriteAndRead(SheetFormat format, Line[] lines)
    {
        using var file = Write(format, lines);
        using var sheet = SheetReader.Read(file, "dati").Value;
        Assert.Equal(["Nosaukums", "Datums", "Skaits", "Summa"], sheet.Header);
        var rows = sheet.Rows().ToList();
        Assert.Null(sheet.Failure);
        return rows;
    }

    private static MemoryStream Write(SheetFormat format, Line[] lines)
    {
        var file = new MemoryStream();
        SheetWriter.WriteAsync(Layout, format, lines, file, CancellationToken.None).GetAwaiter().GetResult();
        file.Position = 0;
        return file;
    }
}
