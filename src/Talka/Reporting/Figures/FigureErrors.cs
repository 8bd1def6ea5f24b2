using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Reporting.Figures.Texts;

namespace Talka.Reporting.Figures;

/// <summary>What can be wrong with a figure, told together with what was probably meant.</summary>
public static class FigureErrors
{
    public static Error Empty() => Error.Invalid("figure-empty", T("ErrorEmpty"));

    public static Error MeasureUnknown(string word) =>
        Error.Invalid("figure-measure-unknown", T("ErrorMeasure", word) + Meant(word, FigureNames.Measures));

    public static Error KeyUnknown(string word) => Error.Invalid("figure-key-unknown", T("ErrorKey", word) + Meant(word, FigureNames.Keys));

    public static Error NotAFilter(string word) => Error.Invalid("figure-filter-wrong", T("ErrorFilter", word) + (
        Nearest.Of(word, FigureNames.Keys) is { } key ? " " + T("Meant", key + ":…") : ""));

    public static Error KeyTwice(string key) => Error.Invalid("figure-key-twice", T("ErrorKeyTwice", key));

    public static Error KeyNotForBudget(FigureMeasure measure, FigureKey key) =>
        Error.Invalid("figure-key-not-for-budget", T("ErrorBudgetKey", measure.Code(), key.Code()));

    public static Error ValueMissing(FigureKey key) => Error.Invalid("figure-value-missing", T("ErrorValueMissing", key.Code()));

    public static Error OneValue(FigureKey key) => Error.Invalid("figure-one-value", T("ErrorOneValue", key.Code()));

    public static Error PeriodReversed(string from, string to) => Error.Invalid("figure-period-reversed", T("ErrorPeriod", from, to));

    public static Error ValueWrong(FigureKey key, string value) => Error.Invalid("figure-value-wrong", key switch
    {
        FigureKey.Year => T("ErrorYear", value),
        FigureKey.Entry => T("ErrorEntry", value),
        FigureKey.From or FigureKey.To => T("ErrorDate", value),
        FigureKey.Mode => Choices(key, value, Enum.GetValues<EntryMode>().Select(c => c.Code())),
        FigureKey.State => Choices(key, value, Enum.GetValues<EntryState>().Select(c => c.Code())),
        _ => Choices(key, value, ["yes", "no"]),
    });

    /// <summary>A figure that can be read but names what the mandate or the list of kinds does not have; null when all of it exists.</summary>
    public static Error? Unknown(FigureQuery query, MandateTerms terms, IReadOnlyDictionary<string, JournalKind> kinds)
    {
        if (query.Kinds.FirstOrDefault(kind => !kinds.ContainsKey(kind)) is { } wrongKind)
        {
            return Error.Invalid("figure-kind-unknown", T("ErrorKind", wrongKind) + Meant(wrongKind, [.. kinds.Keys]));
        }

        var streams = terms.Streams.Select(s => s.Code).ToList();
        if (query[FigureKey.Stream].FirstOrDefault(stream => !streams.Contains(stream, StringComparer.OrdinalIgnoreCase)) is { } wrongStream)
        {
            return Error.Invalid("figure-stream-unknown", T("ErrorStream", wrongStream, string.Join(", ", streams)) + Meant(wrongStream, streams));
        }

        if (query.Kinds.FirstOrDefault(kind => !kinds[kind].IsPublic) is { } hidden && TextKeys.Any(key => query[key].Count > 0))
        {
            return Error.Invalid("figure-filter-private", T("ErrorPrivateFilter", kinds[hidden].Name));
        }

        return query.Year is { } year && terms.Years.All(y => y.Ordinal != year)
            ? Error.Invalid("figure-year-unknown", T("ErrorYearUnknown", year, terms.Years.Count))
            : null;
    }

    // Asking for an exact text would tell whether an entry with it exists, which is not public for every kind.
    private static readonly FigureKey[] TextKeys = [FigureKey.Title, FigureKey.Series, FigureKey.Target, FigureKey.Channel];

    private static string Choices(FigureKey key, string value, IEnumerable<string> choices)
    {
        var codes = choices.ToList();
        return T("ErrorChoice", value, key.Code(), string.Join(", ", codes)) + Meant(value, codes);
    }

    private static string Meant(string word, IReadOnlyCollection<string> words) =>
        Nearest.Of(word, words) is { } meant ? " " + T("Meant", meant) : "";
}
