using Talka.Foundation;
using Talka.Reporting.Summaries;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports;

/// <summary>Reports in words.</summary>
public static class ReportTexts
{
    public static string State(ReportState state) => T("State" + state);

    /// <summary>What a report is called by what it covers.</summary>
    public static string Name(int year) => year == Report.WholePeriod ? T("FinalReport") : T("YearlyReport", Ordinals.Roman(year));

    /// <summary>A section of the summary, such as <c>Īstenotās darbības, II īstenošanas gads</c>.</summary>
    public static string Section(int year, string section)
    {
        var title = SummaryTemplate.All.SelectMany(template => template.Texts).FirstOrDefault(text => text.Code == section)?.Title.ToString() ?? section;
        return title.Length == 0 ? T("WholeDocument") : year == 0 ? title : T("SectionOfYear", title, Ordinals.Roman(year));
    }

    public static string Address(string slug, Guid report, string page = "") =>
        $"/work/mandates/{slug}/reports/{report}" + (page.Length > 0 ? "/" + page : "");
}
