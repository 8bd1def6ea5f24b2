using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Budgets.Texts;

namespace Talka.Reporting.Audit.Checking.Budgets;

/// <summary>An amount whose digits are written irregularly.</summary>
public sealed class NumberFormatRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["number-format"];

    public IEnumerable<Finding> Check(ReadSummary summary) =>
        from fact in summary.FactsOf<AmountFact>()
        where fact.IsIrregular
        let stated = summary.Document.Quote(fact.Span)
        let expected = fact.Certain ? Format.Euro(fact.Amount) : ""
        select new Finding("number-format", Severity.Note, fact.Year, fact.Span, stated, expected, "", fact.Certain ? expected : null, T("NumberFormat", stated), []);
}
