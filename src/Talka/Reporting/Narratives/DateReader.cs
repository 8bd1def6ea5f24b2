using System.Globalization;
using Talka.Foundation.Localisation;

namespace Talka.Reporting.Narratives;

/// <summary>Whole dates in running text: <c>09.02.2022.</c>, <c>2022. gada 28. oktobrī</c>, <c>2022-10-28</c>, <c>28/10/2022</c>, <c>28 October 2022</c>.</summary>
internal sealed class DateReader
{
    private readonly string _text;
    private readonly int _end;
    private int _at;

    private DateReader(string text, int start, int end) => (_text, _at, _end) = (text, start, end);

    /// <summary>The date that begins at a digit, and its length; null when none does.</summary>
    public static (DateOnly Date, int Length)? Read(string text, int start, int end)
    {
        foreach (var form in new Func<DateReader, DateOnly?>[] { Points, Slashes, Iso, LatvianWords, EnglishWords })
        {
            var reader = new DateReader(text, start, end);
            if (form(reader) is { } date)
            {
                return (date, reader._at - start);
            }
        }

        return null;
    }

    private static DateOnly? Points(DateReader r) =>
        r.Digits(1, 2) is { } day && r.Sign('.') && r.Digits(1, 2) is { } month && r.Sign('.') && r.Digits(4, 4) is { } year
            ? r.Last('.', Day(year, month, day)) : null;

    private static DateOnly? Slashes(DateReader r) =>
        r.Digits(1, 2) is { } day && r.Sign('/') && r.Digits(1, 2) is { } month && r.Sign('/') && r.Digits(4, 4) is { } year ? Day(year, month, day) : null;

    private static DateOnly? Iso(DateReader r) =>
        r.Digits(4, 4) is { } year && r.Sign('-') && r.Digits(2, 2) is { } month && r.Sign('-') && r.Digits(2, 2) is { } day ? Day(year, month, day) : null;

    private static DateOnly? LatvianWords(DateReader r) =>
        r.Digits(4, 4) is { } year && r.Sign('.') && r.YearWord()
        && r.Digits(1, 2) is { } day && r.Sign('.') && LatvianMonth(r.Word()) is { } month
            ? Day(year, month, day) : null;

    private static DateOnly? EnglishWords(DateReader r) =>
        r.Digits(1, 2) is { } day && EnglishMonth(r.Word()) is { } month && r.Digits(4, 4) is { } year ? Day(year, month, day) : null;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static int? LatvianMonth(string word) => Month(number => word.StartsWith(
        Format.LatvianMonth(number, Format.MonthCase.Nominative).TrimEnd('s').TrimEnd('i'), StringComparison.OrdinalIgnoreCase));

    private static int? EnglishMonth(string word) => word.Length < 3 ? null : Month(number => string.Equals(
        Languages.EnglishCulture.DateTimeFormat.GetMonthName(number), word, StringComparison.OrdinalIgnoreCase));

    private static int? Month(Func<int, bool> matches) => Enumerable.Range(1, 12).Where(matches).Select(number => (int?)number).FirstOrDefault();

    private DateOnly? Last(char sign, DateOnly? date)
    {
        if (date is not null && _at < _end && _text[_at] == sign)
        {
            _at++;
        }

        return date;
    }

    private int? Digits(int least, int most)
    {
        Space();
        var start = _at;
        while (_at < _end && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _at - start >= least && _at - start <= most ? int.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) : null;
    }

    private bool Sign(char sign)
    {
        if (_at >= _end || _text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string Word()
    {
        Space();
        var start = _at;
        while (_at < _end && char.IsLetter(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool YearWord() => Word() switch
    {
        "gada" => true,
        "g" => Sign('.'),
        _ => false,
    };

    private void Space()
    {
        while (_at < _end && _text[_at] is (' ' or '\u00A0'))
        {
            _at++;
        }
    }
}
