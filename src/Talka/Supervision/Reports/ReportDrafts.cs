using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using Talka.Reporting.Summaries;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Supervision.Reports;

/// <summary>The summary as it stands now, with what the checks find in the part that a report covers.</summary>
public sealed record ReportDraft(SummaryDocument Document, byte[] Html, IReadOnlyList<ReportFinding> Findings);

/// <summary>What was handed in, as the file store keeps it.</summary>
public sealed record Submission(StoredFile Json, StoredFile Html, IReadOnlyList<AnsweredFinding> Findings);

/// <summary>Reads the draft that would be handed in now, and freezes it.</summary>
public sealed class ReportDrafts(SummaryBuilder builder, SummaryChecks checks, SummaryRenderer renderer, FileStore files)
{
    private const int MostFindings = 200;

    /// <returns>Fails with <c>figure-broken</c> where a figure of the part that is reported on cannot be computed.</returns>
    public async Task<Result<ReportDraft>> ReadAsync(string slug, Report report, CancellationToken cancel)
    {
        var built = await builder.BuildAsync(slug, report.Template, null, cancel);
        if (!built.Succeeded)
        {
            return Result<ReportDraft>.Failed(built.Errors);
        }

        var document = built.Value;
        var broken = document.Broken.Where(figure => IsReported(report, figure.Year)).Select(SummaryErrors.Broken).ToList();
        if (broken.Count > 0)
        {
            return broken;
        }

        var html = await renderer.RenderAsync(document, SummaryFormat.Html, cancel);
        if (!html.Succeeded)
        {
            return Result<ReportDraft>.Failed(html.Errors);
        }

        var texts = (await checks.OfAsync(document.Terms, document.Template, cancel)).Where(found => IsReported(report, found.Year))
            .Select(ReportFinding.Of);
        var whole = report.Year == Report.WholePeriod ? OfTheWhole(document, html.Value, cancel) : [];
        return new ReportDraft(document, html.Value, [.. texts.Concat(whole).DistinctBy(finding => finding.Key).Take(MostFindings)]);
    }

    public async Task<Result<Submission>> FreezeAsync(ReportDraft draft, IReadOnlyList<AnsweredFinding> findings, CancellationToken cancel)
    {
        var json = await files.SaveAsync(new MemoryStream(SummaryJson.Write(draft.Document)), cancel, limit: int.MaxValue);
        var html = json.Succeeded ? await files.SaveAsync(new MemoryStream(draft.Html), cancel, limit: int.MaxValue) : json;
        return html.Succeeded ? new Submission(json.Value, html.Value, findings) : Result<Submission>.Failed(html.Errors);
    }

    // A text about the whole period belongs to the final report alone.
    private static bool IsReported(Report report, int year) => report.Covers(year);

    // The rules that judge a text by itself have read the author's texts already; the others ask whether the finished document is whole.
    private static IEnumerable<ReportFinding> OfTheWhole(SummaryDocument document, byte[] html, CancellationToken cancel)
    {
        var source = DocumentReader.Read(new MemoryStream(html), "summary.html", cancel);
        if (!source.Succeeded)
        {
            return [];
        }

        using var language = Languages.Use(document.Language);
        var summary = SummaryReader.Read(source.Value, cancel);
        return [.. SummaryAudit.Rules.Except(SummaryAudit.RulesOfAPart).SelectMany(rule => rule.Check(summary))
            .Where(finding => finding.Severity != Severity.Note)
            .Select(finding => ReportFinding.Of(finding.Code, finding.Severity, finding.Year ?? 0, "", finding.Stated,
                finding.Working.Length > 0 ? $"{finding.Message} ({finding.Working})" : finding.Message))];
    }
}
