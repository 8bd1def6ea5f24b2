using System.Globalization;
using System.Text;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Reporting.Figures;

/// <summary>Reads <c>measure key:value|"another value" …</c>.</summary>
internal sealed class FigureParser(string text)
{
    public const string NeedsQuotes = "|\"\\{}„“”:";

    private int _at;

    public Result<FigureQuery> Parse()
    {
        SkipSpace();
        var word = Bare();
        if (word.Length == 0)
        {
            return FigureErrors.Empty();
        }

        if (!FigureNames.TryMeasure(word, out var measure))
        {
            return FigureErrors.MeasureUnknown(word);
        }

        var values = new Dictionary<FigureKey, IReadOnlyList<string>>();
        for (SkipSpace(); _at < text.Length; SkipSpace())
        {
            var read = ReadFilter(measure, values);
            if (!read.Succeeded)
            {
                return Result<FigureQuery>.Failed(read.Errors);
            }
        }

        return values.TryGetValue(FigureKey.From, out var from) && values.TryGetValue(FigureKey.To, out var to)
            && string.CompareOrdinal(from[0], to[0]) > 0
            ? FigureErrors.PeriodReversed(from[0], to[0])
            : new FigureQuery(measure, values);
    }

    private Result ReadFilter(FigureMeasure measure, Dictionary<FigureKey, IReadOnlyList<string>> values)
    {
        var word = Bare();
        if (_at >= text.Length || text[_at] != ':')
        {
            return FigureErrors.NotAFilter(word.Length > 0 ? word : text[_at].ToString());
        }

        _at++;
        if (!FigureNames.TryKey(word, out var key))
        {
            return FigureErrors.KeyUnknown(word);
        }

        if (values.ContainsKey(key))
        {
            return FigureErrors.KeyTwice(word);
        }

        if (measure.IsBudget() && key is not (FigureKey.Year or FigureKey.Stream))
        {
            return FigureErrors.KeyNotForBudget(measure, key);
        }

        var list = new List<string>();
        do
        {
            if (Value() is not { Length: > 0 } value)
            {
                return FigureErrors.ValueMissing(key);
            }

            if (Tidy(key, value) is not { } tidy)
            {
                return FigureErrors.ValueWrong(key, value);
            }

            list.Add(tidy);
        }
        while (Skip('|'));

        if (list.Count > 1 && key is (FigureKey.Year or FigureKey.From or FigureKey.To or FigureKey.Dated))
        {
            return FigureErrors.OneValue(key);
        }

        values[key] = list;
        return Result.Ok;
    }

    private static string? Tidy(FigureKey key, string value) => key switch
    {
        FigureKey.Kind => value.ToLowerInvariant(),
        FigureKey.Year when string.Equals(value, "all", StringComparison.OrdinalIgnoreCase) => "all",
        FigureKey.Year => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 99
            ? year.ToString(CultureInfo.InvariantCulture) : null,
        FigureKey.Entry => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            ? sequence.ToString(CultureInfo.InvariantCulture) : null,
        FigureKey.From or FigureKey.To => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        FigureKey.Mode => OneOf<EntryMode>(value),
        FigureKey.State => OneOf<EntryState>(value),
        FigureKey.Dated => value.ToLowerInvariant() is "yes" or "no" ? value.ToLowerInvariant() : null,
        _ => value,
    };

    private static string? OneOf<T>(string value)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(choice => choice.Code()).FirstOrDefault(code => string.Equals(code, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>A value, quoted or bare; null when a quotation does not end.</summary>
    private string? Value()
    {
        if (_at >= text.Length || !"\"„“".Contains(text[_at], StringComparison.Ordinal))
        {
            return Bare();
        }

        var closing = text[_at++] == '"' ? "\"" : "”“\"";
        var value = new StringBuilder();
        for (; _at < text.Length; _at++)
        {
            if (closing.Contains(text[_at], StringComparison.Ordinal))
            {
                _at++;
                return value.ToString().Trim();
            }

            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            value.Append(text[_at]);
        }

        return null;
    }

    private string Bare()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !NeedsQuotes.Contains(text[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool Skip(char sign)
    {
        if (_at >= text.Length || text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
