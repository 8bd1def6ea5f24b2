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

        var parts = new[]
        {
            Count(changes.Contract?.Count ?? 0, ("term of the contract", "terms of the contract"), ("līguma ziņu", "līguma ziņa", "līguma ziņas")),
            Count(changes.Figures.Count, ("figure", "figures"), ("skaitļu", "skaitlis", "skaitļi")),
            Count(changes.Texts.Count, ("text", "texts"), ("tekstu", "teksts", "teksti")),
        };
        return T("ChangesSentence", changes.Since, string.Join(", ", parts.Where(part => part is not null)));
    }

    /// <summary>Such as <c>Līguma datums: 01.07.2022. → 15.07.2022.</c></summary>
    public static string Line(ContractChange change)
    {
        var name = T("Term" + change.Term, change.Name ?? "");
        var place = change is { Term: not "Year", Year: { } ordinal } ? $"{name}, {YearNames.Full(ordinal)}"
            : change.Year is { } year ? YearNames.Full(year)
            : name;
        return T("TermChanged", place, Value(change.Term, change.Before), Value(change.Term, change.After));
    }

    /// <summary>Such as <c>semināri, II īstenošanas gads: 8 → 9</c>.</summary>
    public static string Line(FigureChange change)
    {
        // Most labels name their year; that of a single entry does not.
        var year = change.Year is { } ordinal ? YearNames.Full(ordinal) : "";
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
        return change.Year == 0 ? title : $"{title}, {YearNames.Full(change.Year)}";
    }

    private static string? Count(int count, (string One, string Other) english, (string Zero, string One, string Other) latvian) => count == 0
        ? null
        : $"{Format.Number(count)} {(Languages.Current == Languages.English
            ? Plural.English(count, english.One, english.Other)
            : Plural.Latvian(count, latvian.Zero, latvian.One, latvian.Other))}";

    private static string Value(string term, string? value) => (term, value?.Split('/')) switch
    {
        (_, null) => T("TermNone"),
        ("Kind", _) => T(value == "delegation" ? "DelegationContract" : "ParticipationContract"),
        ("SignedOn", [var day]) => Format.Date(Day(day)),
        ("Period" or "Year", [var from, var to]) => Format.Period(Day(from), Day(to)),
        ("Target", _) => Value(value),
        _ => value!,
    };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Value(string? value) => value is null
        ? T("Unknown")
        : value.Length > 3 && value[^3] == '.'
            ? Format.Amount(new Money(long.Parse(value.Replace(".", ""), System.Globalization.CultureInfo.InvariantCulture)))
            : FigureCells.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
}
