using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Questions;

/// <summary>Places in words and addresses.</summary>
public static class PlaceNames
{
    public static string Of(Place place) => place switch
    {
        SectionPlace section => ReportTexts.Section(section.Year, section.Section),
        FigurePlace figure => T("PlaceFigure", figure.Query),
        EntryPlace entry => T("PlaceEntry", entry.Sequence),
        _ => T("PlaceReport"),
    };

    /// <summary>Null for the report itself, which has no place of its own.</summary>
    public static string? Href(string slug, Place place) => place switch
    {
        SectionPlace section => $"/work/mandates/{slug}/summary?year={section.Year}&section={section.Section}",
        FigurePlace figure => $"/mandates/{slug}/figures?q={Uri.EscapeDataString(figure.Query)}",
        EntryPlace entry => $"/mandates/{slug}/entries/{entry.Sequence}",
        _ => null,
    };

    /// <summary>The page on which the supervisor asks about a place.</summary>
    public static string AskHref(string slug, Guid report, Place place) => ReportTexts.Address(slug, report, "ask") + place switch
    {
        SectionPlace section => $"?year={section.Year}&section={section.Section}",
        FigurePlace figure => $"?figure={Uri.EscapeDataString(figure.Query)}",
        EntryPlace entry => $"?entry={entry.Sequence.ToString(CultureInfo.InvariantCulture)}",
        _ => "",
    };

    /// <summary>The place that an address names as <see cref="AskHref"/> writes it.</summary>
    public static Place Read(string? year, string? section, string? figure, string? entry) =>
        Parse.Count(entry) is { } sequence ? new EntryPlace(sequence)
        : !string.IsNullOrEmpty(figure) ? new FigurePlace(figure)
        : !string.IsNullOrEmpty(section) ? new SectionPlace(Parse.Ordinal(year) ?? 0, section)
        : new MandatePlace();
}
