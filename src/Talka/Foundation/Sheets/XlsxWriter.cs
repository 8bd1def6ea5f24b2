using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Sheets;

/// <summary>
/// The parts of an XLSX (ECMA-376) written straight into the zip, row by row: nothing is held in memory, and equal rows give equal bytes.
/// </summary>
internal sealed class XlsxWriter : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int HeaderStyle = 1;
    private const int TextStyle = 2;
    private const int DateStyle = 3;
    private const int NumberStyle = 4;
    private const int MoneyStyle = 5;
    private const int InstantStyle = 6;
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Letters = [.. Enumerable.Range(0, SheetLimits.Columns).Select(ColumnLetters.Of)];

    private readonly ZipArchive _zip;
    private XmlWriter _xml = null!; // there between the beginning and the end of a sheet
    private int _sheet;
    private int _columns;
    private int _row;
    private int _column;

    public XlsxWriter(Stream target, params IReadOnlyList<string> sheetNames)
    {
        _zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        XlsxParts.Write(_zip, [.. sheetNames.Select(SheetName)], Languages.Culture(Languages.Current).Name, Always);
    }

    /// <summary>Begins the next sheet with its header. The sheets are written in their order, each to its end.</summary>
    public void BeginSheet(IReadOnlyList<(string Header, int Width)> columns)
    {
        (_columns, _row) = (columns.Count, 0);
        _xml = XmlWriter.Create(Entry(XlsxParts.SheetPath(++_sheet)), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteRaw($"""<sheetViews><sheetView workbookViewId="0"{(_sheet == 1 ? " tabSelected=\"1\"" : "")}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        _xml.WriteRaw("<cols>");
        for (var i = 0; i < columns.Count; i++)
        {
            _xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{columns[i].Width}" customWidth="1"/>"""));
        }

        _xml.WriteRaw("</cols>");
        _xml.WriteStartElement("sheetData", Main);
        BeginRow();
        foreach (var (header, _) in columns)
        {
            Text(header, HeaderStyle);
        }

        EndRow();
    }

    public void EndSheet()
    {
        _xml.WriteEndElement();
        var all = $"A1:{Letter(Math.Max(_columns - 1, 0))}{_row.ToString(CultureInfo.InvariantCulture)}";
        _xml.WriteRaw($"""<autoFilter ref="{all}"/><pageSetup paperSize="9" orientation="landscape"/>""");
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    public void Row<T>(SheetLayout<T> layout, T row)
    {
        BeginRow();
        foreach (var column in layout.Columns)
        {
            Cell(column.Value(row));
        }

        EndRow();
    }

    private void BeginRow()
    {
        _row++;
        _column = 0;
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
    }

    private void EndRow() => _xml.WriteEndElement();

    private void Cell(object? value)
    {
        switch (value)
        {
            case null:
                _column++;
                break;
            case string text:
                Text(text, TextStyle);
                break;
            case DateOnly day:
                Number(Days(day).ToString(CultureInfo.InvariantCulture), DateStyle);
                break;
            case DateTime instant:
                Number((Days(DateOnly.FromDateTime(instant)) + instant.TimeOfDay.TotalDays).ToString(CultureInfo.InvariantCulture), InstantStyle);
                break;
            case Money money:
                Number(money.ToInvariant(), MoneyStyle);
                break;
            default:
                Number(Convert.ToString(value, CultureInfo.InvariantCulture)!, NumberStyle);
                break;
        }
    }

    public void Dispose()
    {
        _xml?.Dispose(); // closes what was open still when a row failed
        _zip.Dispose();
    }

    private static int Days(DateOnly day)
    {
        var serial = (int)day.ToDateTime(TimeOnly.MinValue).ToOADate();
        return serial <= 60 ? serial - 1 : serial;
    }

    private void Text(string text, int style)
    {
        StartCell(style, "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(XlsxEscapes.Encode(text.Length <= SheetLimits.CellLength ? text : text[..SheetLimits.CellLength]));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Number(string number, int style)
    {
        StartCell(style, type: null);
        _xml.WriteElementString("v", Main, number);
        _xml.WriteEndElement();
    }

    private void StartCell(int style, string? type)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", Letter(_column++) + _row.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (type is not null)
        {
            _xml.WriteAttributeString("t", type);
        }
    }

    private Stream Entry(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        return entry.Open();
    }

    private static string Letter(int column) => column < Letters.Length ? Letters[column] : ColumnLetters.Of(column);

    private static string SheetName(string name)
    {
        var clean = new string([.. name.Where(c => !"[]:*?/\\".Contains(c) && !char.IsControl(c) && !char.IsSurrogate(c))]).Trim().Trim('\'');
        return clean.Length == 0 ? "Sheet1" : clean.Length > 31 ? clean[..31] : clean;
    }
}
