using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Texts;

namespace Talka.Reporting.Audit.Output;

/// <summary>The words that findings are shown with, in the current language.</summary>
internal static class AuditWords
{
    public static string Of(Severity severity) => T("Severity" + severity);

    /// <summary>“1 kļūda, 2 brīdinājumi, 5 piezīmes”.</summary>
    public static string Count(IReadOnlyList<Finding> findings) => findings.Count == 0
        ? T("NothingFound")
        : string.Join(", ", Enum.GetValues<Severity>().Select(severity => (severity, count: findings.Count(finding => finding.Severity == severity)))
            .Where(item => item.count > 0).Select(item => Count(item.severity, item.count)));

    /// <summary>What the document was understood to be about.</summary>
    public static string Understood(ReadSummary summary) => summary.Whole is { } period
        ? T("UnderstoodPeriod", Format.Period(period.From, period.To), summary.Years.Count)
        : summary.Years.Count > 0 ? T("UnderstoodYears", summary.Years.Count) : T("UnderstoodNothing");

    /// <summary>“5. lappuse, 12. rinda”; null when the place has no number.</summary>
    public static string? Place(SourceDocument document, Span where)
    {
        var place = document.PlaceOf(where);
        var words = new List<string>();
        if (place.Page is { } page)
        {
            words.Add(T("PlacePage", page));
        }

        if (place.Line is { } line)
        {
            words.Add(T(document.Format == SourceFormat.Docx ? "PlaceParagraph" : "PlaceLine", line));
        }

        if (place.Cell is { } cell)
        {
            words.Add(T("PlaceCell", cell.Table, cell.Row, cell.Column));
        }

        return words.Count > 0 ? string.Join(", ", words) : null;
    }

    /// <summary>Where a finding stands, in words: year, section and place.</summary>
    public static string Where(AuditReport report, Finding finding)
    {
        var words = new List<string>();
        if (finding.Year is { } year)
        {
            words.Add(T("Year", Ordinals.Roman(year)));
        }

        if (report.SectionOf(finding) is var section and not SummarySection.None)
        {
            words.Add(Checking.Structure.Texts.T("Section" + section));
        }

        if (finding.Where is { } where && Place(report.Summary.Document, where) is { } place)
        {
            words.Add(place);
        }

        return string.Join(" · ", words);
    }

    private static string Count(Severity severity, int count) => Languages.Current == Languages.English
        ? $"{count} {Plural.English(count, T($"Severity{severity}One"), T($"Severity{severity}Other"))}"
        : $"{count} {Plural.Latvian(count, T($"Severity{severity}Zero"), T($"Severity{severity}One"), T($"Severity{severity}Other"))}";
}
