using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>What changed since the version before, in words.</summary>
public static class ChangeTexts
{
    public static string Sentence(SummaryChanges changes)
    {
        if (changes.Nothing)
        {
            return T("ChangesNone", changes.Since);
        }

        var figures = changes.Figures.Count;
        var texts = changes.Texts.Count;
        return Languages.Current == Languages.English
            ? T("ChangesSentence", changes.Since, figures, Plural.English(figures, "figure", "figures"), texts, Plural.English(texts, "text", "texts"))
            : T("ChangesSentence", changes.Since,
                figures, Plural.Latvian(figures, "skaitļu", "skaitlis", "skaitļi"),
                texts, Plural.Latvian(texts, "tekstu", "teksts", "teksti"));
    }

    /// <summary>Such as <c>semināri, II. īstenošanas gads: 8 → 9</c>.</summary>
    public static string Line(FigureChange change)
    {
        // Most labels name their year; that of a single entry does not.
        var year = change.Year is { } ordinal ? T("YearName", Ordinals.Roman(ordinal)) : "";
        var name = change.Label.Contains(year, StringComparison.Ordinal) ? change.Label : $"{change.Label}, {year}";
        return change switch
        {
            { Added: true } => T("FigureAdded", name, Value(change.After)),
            { Removed: true } => T("FigureRemoved", name, Value(change.Before)),
            _ => T("FigureChanged", name, Value(change.Before), Value(change.After)),
        };
    }

    public static string Line(TextChange change)
    {
        var title = SummaryTemplate.All.SelectMany(template => template.Texts)
            .FirstOrDefault(text => text.Code == change.Section)?.Title.ToString() ?? change.Section;
        return change.Year == 0 ? title : $"{title}, {T("YearName", Ordinals.Roman(change.Year))}";
    }

    private static string Value(string? value) => value is null
        ? T("Unknown")
        : value.Length > 3 && value[^3] == '.'
            ? Format.Amount(new Money(long.Parse(value.Replace(".", ""), System.Globalization.CultureInfo.InvariantCulture)))
            : FigureCells.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
}
