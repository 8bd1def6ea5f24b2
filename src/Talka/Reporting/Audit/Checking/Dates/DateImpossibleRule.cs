using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Dates.Texts;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>Dates that are in no calendar.</summary>
public sealed class DateImpossibleRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["date-impossible"];

    public IEnumerable<Finding> Check(ReadSummary summary) => summary.FactsOf<DateFact>().Where(date => date is { Certain: true, IsPossible: false }).Select(date =>
    {
        var stated = summary.Document.Quote(date.Span);
        return new Finding(Codes[0], Severity.Error, date.Year, date.Span, stated, "", "", null, T("Impossible", stated.TrimEnd('.')), []);
    });
}
