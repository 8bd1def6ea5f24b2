using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Checking.Agreement;
using Talka.Reporting.Audit.Checking.Budgets;
using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Checking.Dates;
using Talka.Reporting.Audit.Checking.Granted;
using Talka.Reporting.Audit.Checking.Lists;
using Talka.Reporting.Audit.Checking.Structure;
using Talka.Reporting.Audit.Checking.Sums;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit;

/// <summary>What the audit of a document found.</summary>
/// <param name="Findings">What is worst first, then in the order of the document; what concerns the whole comes last.</param>
public sealed record AuditReport(ReadSummary Summary, IReadOnlyList<Finding> Findings)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The template's field that a finding is shown in; <c>None</c> when in none.</summary>
    public SummarySection SectionOf(Finding finding)
    {
        var passages = Summary.Passages;
        var (low, high) = (0, finding.Where is null ? 0 : passages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passages[middle].Span.Start <= finding.Where!.Value.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? passages[low - 1].Section : SummarySection.None;
    }
}

/// <summary>Reads a summary that anybody wrote and finds what contradicts itself in it. It would rather miss something than blame a true sentence.</summary>
public static class SummaryAudit
{
    /// <summary>Every rule. A new one is added here and nowhere else.</summary>
    public static IReadOnlyList<IAuditRule> Rules { get; } =
    [
        new BudgetRule(),
        new CarryOverRule(),
        new UnrecoveredRule(),
        new AmountPartsRule(),
        new TotalMissingRule(),
        new ListTotalMissingRule(),
        new NumberFormatRule(),
        new DateOutsideRule(),
        new DateImpossibleRule(),
        new WeekdayRule(),
        new FutureTenseRule(),
        new PeriodRule(),
        new LengthRule(),
        new SectionRule(),
        new EvaluationRule(),
        new DuplicateRule(),
        new PromiseRule(),
        new RegistrationNumberRule(),
        new CountSumRule(),
        new CountMismatchRule(),
        new ApprovedExceedsAppliedRule(),
        new NounAgreementRule(),
    ];

    private static readonly string[] CodesOfAPart =
    [
        "date-outside-period", "date-outside-year", "date-impossible", "weekday-mismatch", "sum-mismatch", "count-mismatch",
        "approved-exceeds-applied", "number-format", "duplicate-item", "noun-agreement",
    ];

    /// <summary>Those that judge a text by itself, and do not ask whether the summary is whole.</summary>
    public static IReadOnlyList<IAuditRule> RulesOfAPart { get; } = [.. Rules.Where(rule => rule.Codes.All(CodesOfAPart.Contains))];

    /// <summary>Finds, in the current language.</summary>
    /// <param name="cancel">Asked between facts and between rules.</param>
    public static AuditReport Of(SourceDocument document, CancellationToken cancel = default)
    {
        var summary = SummaryReader.Read(document, cancel);
        return new(summary, [.. Rules.SelectMany(rule => Check(rule, summary, cancel))
            .OrderBy(finding => finding.Severity).ThenBy(finding => finding.Where?.Start ?? int.MaxValue).ThenBy(finding => finding.Code, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Finding> Check(IAuditRule rule, ReadSummary summary, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return rule.Check(summary);
    }
}
