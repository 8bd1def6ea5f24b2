using System.Globalization;
using System.Text;
using Talka.Foundation.Results;

namespace Talka.Reporting.Figures;

/// <summary>
/// What a figure counts, as written in narratives, indicators and addresses: <c>participants kind:seminar|training year:2 mode:online</c>.
/// Several values of one key are alternatives, several keys hold together. Equal queries have equal canonical texts.
/// </summary>
public sealed class FigureQuery : IEquatable<FigureQuery>
{
    private readonly SortedDictionary<FigureKey, IReadOnlyList<string>> _values;
    private readonly string _text;

    internal FigureQuery(FigureMeasure measure, IReadOnlyDictionary<FigureKey, IReadOnlyList<string>> values)
    {
        Measure = measure;
        _values = new(values.ToDictionary(
            pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]));
        _text = Write();
        WholePeriod = this[FigureKey.Year] is ["all"];
        Year = !WholePeriod && this[FigureKey.Year] is [var year] ? int.Parse(year, CultureInfo.InvariantCulture) : null;
        From = Day(FigureKey.From);
        To = Day(FigureKey.To);
    }

    public FigureMeasure Measure { get; }

    /// <summary>Ordinal of the implementation year; null for all years.</summary>
    public int? Year { get; }

    /// <summary>Says <c>year:all</c>: the whole period even inside the section of a year.</summary>
    public bool WholePeriod { get; }

    /// <summary>An entry counts when all its days lie within <see cref="From"/> and <see cref="To"/>; it is never counted in part.</summary>
    public DateOnly? From { get; }
    public DateOnly? To { get; }

    public IReadOnlyList<string> Kinds => this[FigureKey.Kind];

    public IEnumerable<FigureKey> Keys => _values.Keys;

    /// <summary>The alternatives of a key, or none where it does not narrow the figure down.</summary>
    public IReadOnlyList<string> this[FigureKey key] => _values.GetValueOrDefault(key, []);

    /// <summary>Reads the text of a query; the error says what was probably meant.</summary>
    public static Result<FigureQuery> Parse(string text) => new FigureParser(text).Parse();

    /// <summary>A query without filters, to be narrowed down by <see cref="With"/>.</summary>
    public static FigureQuery Of(FigureMeasure measure) => new(measure, new Dictionary<FigureKey, IReadOnlyList<string>>());

    /// <summary>The same with a key set; without values the key is taken out.</summary>
    public FigureQuery With(FigureKey key, params IReadOnlyList<string> values)
    {
        var all = new Dictionary<FigureKey, IReadOnlyList<string>>(_values);
        all.Remove(key);
        if (values.Count > 0)
        {
            all[key] = values;
        }

        return new(Measure, all);
    }

    public FigureQuery With(FigureMeasure measure) => new(measure, _values);

    public FigureQuery InYear(int year) => With(FigureKey.Year, year.ToString(CultureInfo.InvariantCulture));

    /// <summary>What it means in a section: where it names no period, that of the section's year (null: the whole period).</summary>
    public FigureQuery InSectionOf(int? year) =>
        WholePeriod ? With(FigureKey.Year)
        : year is null || Year is not null || From is not null || To is not null || this[FigureKey.Entry].Count > 0 ? this
        : InYear(year.Value);

    /// <summary>The canonical text; <see cref="Parse"/> gives an equal query back.</summary>
    public override string ToString() => _text;

    public bool Equals(FigureQuery? other) => other is not null && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as FigureQuery);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private DateOnly? Day(FigureKey key) =>
        this[key] is [var day] ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private string Write()
    {
        var text = new StringBuilder(Measure.Code());
        foreach (var (key, values) in _values)
        {
            text.Append(' ').Append(key.Code()).Append(':').AppendJoin('|', values.Select(Quote));
        }

        return text.ToString();
    }

    private static string Quote(string value) =>
        value.Length > 0 && value.All(c => !char.IsWhiteSpace(c) && !FigureParser.NeedsQuotes.Contains(c))
            ? value
            : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
