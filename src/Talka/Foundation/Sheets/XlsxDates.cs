using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Talka.Foundation.Sheets;

/// <summary>A spreadsheet keeps a day as a number and only its format says so: days come out as ISO 8601, other numbers with a decimal point.</summary>
internal sealed partial class XlsxDates
{
    private const double LastDay = 2_958_465; // 9999-12-31
    private readonly bool[] _isDate;
    private readonly bool _from1904;

    public XlsxDates(WorkbookPart book)
    {
        _from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value == true;
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var custom = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? "");
        _isDate = (sheet?.CellFormats?.Elements<CellFormat>() ?? [])
            .Select(format => IsDate(format.NumberFormatId?.Value ?? 0, custom)).ToArray();
    }

    public string Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var dated = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _isDate.Length && _isDate[index];
        return dated && number is >= 0 and <= LastDay ? Moment(number) : Plain(number, value);
    }

    private string Moment(double number)
    {
        // The calendar that spreadsheets inherited has a 29 February 1900, so its numbers up to 60 are one day off.
        var day = _from1904 ? number + 1462 : number < 60 ? number + 1 : number;
        var moment = DateTime.FromOADate(Math.Min(day, LastDay));
        var rounded = new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return rounded.ToString(rounded.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // Fifteen digits are what a spreadsheet shows and computes with; a decimal made from a double keeps just those (1177.3300000000002 is 1177.33).
    private static string Plain(double number, string value) =>
        Math.Abs(number) < 1e15 && (number == 0 || Math.Abs(number) > 1e-9) ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : value;

    private static bool IsDate(uint id, Dictionary<uint, string> custom) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        || (custom.TryGetValue(id, out var code) && DateParts().IsMatch(Literals().Replace(code.Split(';')[0], "")));

    // Texts in quotes, escaped characters, and colours, conditions and locales in brackets say nothing about dates.
    [GeneratedRegex("""("[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\])""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literals();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateParts();
}
