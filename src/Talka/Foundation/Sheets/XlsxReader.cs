using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Talka.Foundation.Sheets;

/// <summary>
/// One sheet of an XLSX (ECMA-376), read with a forward-only XML reader. Document type declarations are refused, so entities cannot multiply.
/// </summary>
internal sealed class XlsxReader : IDisposable
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly SpreadsheetDocument _document;
    private readonly WorksheetPart _sheet;
    private readonly List<string> _texts;
    private readonly XlsxDates _dates;

    private XlsxReader(SpreadsheetDocument document, string? sheetName)
    {
        _document = document;
        var book = document.WorkbookPart ?? throw new InvalidDataException();
        var sheet = book.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .FirstOrDefault(each => sheetName is null || string.Equals(each.Name, sheetName, StringComparison.OrdinalIgnoreCase));
        if (sheet is null)
        {
            throw sheetName is null ? new InvalidDataException() : new SheetProblemException(SheetProblems.NoSuchSheet(sheetName));
        }

        _sheet = sheet.Id?.Value is { } id && book.TryGetPartById(id, out var part) && part is WorksheetPart found
            ? found
            : throw new InvalidDataException();
        _texts = ReadTexts(book.SharedStringTablePart);
        _dates = new XlsxDates(book);
    }

    public static XlsxReader Open(Stream file, string? sheetName)
    {
        CheckPackage(file);
        file.Position = 0;
        SpreadsheetDocument? document = null;
        try
        {
            document = SpreadsheetDocument.Open(file, isEditable: false);
            return new XlsxReader(document, sheetName);
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException or UriFormatException or FormatException or InvalidOperationException)
        {
            document?.Dispose();
            throw new SheetProblemException(SheetProblems.Damaged());
        }
        catch
        {
            document?.Dispose();
            throw;
        }
    }

    public IEnumerable<SheetRow> Rows()
    {
        using var stream = _sheet.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, Safe);
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            if (number > SheetLimits.Rows + 1)
            {
                throw new SheetProblemException(SheetProblems.TooManyRows(number));
            }

            var cells = xml.IsEmptyElement ? [] : ReadCells(xml, number);
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                yield return new SheetRow(number, cells);
            }
        }
    }

    public void Dispose() => _document.Dispose();

    private List<string> ReadCells(XmlReader xml, int row)
    {
        var cells = new List<string>();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = xml.GetAttribute("r") is { } reference ? ColumnLetters.IndexIn(reference) : cells.Count;
            var type = xml.GetAttribute("t");
            var style = xml.GetAttribute("s");
            var text = xml.IsEmptyElement ? "" : Value(xml, type, style, row, Math.Max(column, 0));
            if (text.Length == 0)
            {
                continue;
            }

            if (column >= SheetLimits.Columns)
            {
                throw new SheetProblemException(SheetProblems.TooManyColumns(row));
            }

            if (column < cells.Count)
            {
                throw new InvalidDataException();
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(text);
        }

        return cells;
    }

    private string Value(XmlReader xml, string? type, string? style, int row, int column)
    {
        var inline = new StringBuilder();
        var value = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "v")
            {
                value = Content(xml);
            }
            else if (xml.LocalName == "t")
            {
                inline.Append(Content(xml));
            }
            else if (xml.LocalName == "rPh")
            {
                SkipInside(xml);
            }

            if (value.Length > SheetLimits.CellLength || inline.Length > SheetLimits.CellLength)
            {
                throw new SheetProblemException(SheetProblems.CellTooLong(row, column));
            }
        }

        var text = type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count
                ? _texts[index]
                : throw new InvalidDataException(),
            "inlineStr" => inline.ToString(),
            "b" => value == "1" ? "true" : "false",
            "str" or "e" or "d" => value,
            _ => _dates.Number(value, style),
        };
        return text.Length <= SheetLimits.CellLength ? text : throw new SheetProblemException(SheetProblems.CellTooLong(row, column));
    }

    private static List<string> ReadTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, Safe);
        StringBuilder? current = null;
        while (xml.Read())
        {
            if (xml.LocalName == "si" && xml.NodeType == XmlNodeType.Element)
            {
                current = new StringBuilder();
                if (xml.IsEmptyElement)
                {
                    texts.Add("");
                }
            }
            else if (xml.LocalName == "si" && xml.NodeType == XmlNodeType.EndElement)
            {
                texts.Add(current!.ToString());
            }
            else if (xml.LocalName == "rPh" && xml.NodeType == XmlNodeType.Element)
            {
                SkipInside(xml);
            }
            else if (xml.LocalName == "t" && xml.NodeType == XmlNodeType.Element)
            {
                current?.Append(Content(xml));
            }
        }

        return texts;
    }

    // The text of the current element; the reader ends on its end tag, so that the caller's Read moves on.
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text += xml.Value;
            }
        }

        return XlsxEscapes.Decode(text);
    }

    // Phonetic guides repeat a text in another script; they are not part of it.
    private static void SkipInside(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
        }
    }

    // Unpacks everything once and counts: what a package says of its own sizes is not to be believed.
    private static void CheckPackage(Stream file)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > SheetLimits.Parts)
        {
            throw new SheetProblemException(SheetProblems.TooLarge());
        }

        if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("xl/workbook.xml") is null)
        {
            throw new SheetProblemException(SheetProblems.NotASheet());
        }

        var buffer = new byte[128 * 1024];
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            var limit = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? SheetLimits.SharedTexts : SheetLimits.Unpacked;
            using var content = entry.Open();
            var size = 0L;
            int count;
            while ((count = content.Read(buffer)) > 0)
            {
                size += count;
                total += count;
                var bomb = size > SheetLimits.RatioFrom && size > Math.Max(entry.CompressedLength, 1) * SheetLimits.Ratio;
                if (bomb || size > limit || total > SheetLimits.Unpacked)
                {
                    throw new SheetProblemException(SheetProblems.TooLarge());
                }
            }
        }
    }
}
