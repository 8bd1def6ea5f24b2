using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Reporting.Figures.Texts;

namespace Talka.Reporting.Figures;

/// <summary>Figures in plain words of the current language.</summary>
public static class FigureWords
{
    /// <summary>The definition: <c>Dalībnieku skaits; veids: seminārs; norise: tiešsaistē; II īstenošanas gads</c>.</summary>
    public static string Describe(FigureQuery query, MandateTerms terms, IReadOnlyDictionary<string, JournalKind> kinds) =>
        string.Join("; ", query.Keys.Where(key => key is not (FigureKey.From or FigureKey.To)).Select(key => Filter(query, key, terms, kinds))
            .Prepend(T("Measure" + query.Measure)).Append(Days(query)).Where(part => part.Length > 0));

    /// <summary>
    /// What the value counts, as it stands after the value: <c>semināri</c>, <c>dalībnieki</c>, <c>euro</c>. A count of entries is of entries, whatever
    /// their kind: one of them may hold many seminars.
    /// </summary>
    public static string Unit(FigureQuery query, decimal? value, IReadOnlyDictionary<string, JournalKind> kinds)
    {
        if (query.Measure.IsMoney())
        {
            return "euro";
        }

        return query.Measure is FigureMeasure.Quantity && query.Kinds is [var code] && kinds.TryGetValue(code, out var kind)
            ? Counted(value, Languages.Current == Languages.English ? kind.CountedEn : kind.CountedLv)
            : Counted(value, T("Unit" + query.Measure));
    }

    /// <summary>The form that goes with a number, of forms written <c>zero|one|other</c> (Latvian) or <c>one|other</c> (English).</summary>
    internal static string Counted(decimal? value, string forms)
    {
        var form = forms.Split('|');
        var number = (long)(value ?? 0);
        return form.Length == 3 ? Plural.Latvian(number, form[0], form[1], form[2]) : Plural.English(number, form[0], form[^1]);
    }

    private static string Filter(FigureQuery query, FigureKey key, MandateTerms terms, IReadOnlyDictionary<string, JournalKind> kinds)
    {
        var values = query[key];
        return key switch
        {
            FigureKey.Year => query.WholePeriod ? T("WholePeriod") : YearNames.Inside(query.Year!.Value),
            FigureKey.Dated => T(values is ["yes"] ? "Dated" : "Undated"),
            FigureKey.Kind => Named(values.Select(code => kinds.TryGetValue(code, out var kind) ? Lower(kind.Name) : code)),
            FigureKey.Stream => Named(values.Select(code => terms.StreamName(
                terms.Streams.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase))?.Code ?? code))),
            FigureKey.Mode or FigureKey.State => Named(values.Select(code => T("Value-" + code))),
            FigureKey.Title or FigureKey.Series => Named(values.Select(Format.Quoted)),
            FigureKey.Entry => Named(values.Select(value => T("EntryNumber", value))),
            _ => Named(values),
        };

        string Named(IEnumerable<string> words) => T("Key" + key) + ": " + string.Join(", ", words);
    }

    private static string Days(FigureQuery query) => (query.From, query.To) switch
    {
        ({ } from, { } to) when from == to => Format.LongDateOn(from),
        ({ } from, { } to) => T("DaysFromTo", Format.Date(from), Format.Date(to)),
        ({ } from, null) => T("DaysFrom", Format.Date(from)),
        (null, { } to) => T("DaysTo", Format.Date(to)),
        _ => "",
    };

    private static string Lower(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..] : name;
}
