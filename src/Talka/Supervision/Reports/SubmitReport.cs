using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Supervision.Reports.Questions;

namespace Talka.Supervision.Reports;

/// <summary>
/// Hands a report in: the first time as a draft, then as the answer to what it was returned for. The summary is frozen as it stands,
/// with what the checks found in it and what the author says to each finding.
/// </summary>
public sealed class SubmitReport(TalkaDb db, ReportFlow flow, ReportDrafts drafts, TimeProvider clock)
{
    private static readonly ReportState[] From = [ReportState.Draft, ReportState.Returned];

    /// <param name="answers">To each finding, by its key.</param>
    public async Task<Result> RunAsync(
        string slug, Guid id, int seen, IReadOnlyDictionary<string, string?> answers, string? remark, CancellationToken cancel)
    {
        var found = await flow.FindAsync(slug, id, seen, Policies.SubmitReports, From, cancel);
        if (!found.Succeeded)
        {
            return Result.Failed(found.Errors);
        }

        var report = found.Value;
        var errors = await CheckAsync(slug, report, cancel);
        errors.AddRange(ReportFlow.CheckText(remark, "Reason", required: false));
        if (errors.Count > 0)
        {
            return errors;
        }

        var draft = await drafts.ReadAsync(slug, report, cancel);
        if (!draft.Succeeded)
        {
            return Result.Failed(draft.Errors);
        }

        var answered = Answer(draft.Value.Findings, answers);
        if (!answered.Succeeded)
        {
            return Result.Failed(answered.Errors);
        }

        var submission = await drafts.FreezeAsync(draft.Value, answered.Value, cancel);
        return submission.Succeeded
            ? await flow.MoveAsync(slug, report, report.State == ReportState.Draft ? ReportState.Submitted : ReportState.Answered, remark, cancel, submission.Value)
            : Result.Failed(submission.Errors);
    }

    private async Task<List<Error>> CheckAsync(string slug, Report report, CancellationToken cancel)
    {
        var terms = (await db.MandateTermsAsync(slug, cancel))!;
        var last = report.Year == Report.WholePeriod ? terms.To : terms.Years.FirstOrDefault(year => year.Ordinal == report.Year)?.To;
        if (last is not { } end)
        {
            return [ReportErrors.YearUnknown(report.Year)];
        }

        if (end >= clock.Today())
        {
            return [ReportErrors.NotEnded(end)];
        }

        var silent = await db.Questions().CountAsync(question => question.ReportId == report.Id && question.State == QuestionState.Open
            && !db.QuestionReplies().Any(reply => reply.QuestionId == question.Id && !reply.IsSupervisors), cancel);
        return silent > 0 ? [ReportErrors.QuestionsUnanswered(silent)] : [];
    }

    private static Result<IReadOnlyList<AnsweredFinding>> Answer(IReadOnlyList<ReportFinding> findings, IReadOnlyDictionary<string, string?> answers)
    {
        var errors = new List<Error>();
        foreach (var finding in findings)
        {
            var wrong = ReportFlow.CheckText(answers.GetValueOrDefault(finding.Key), $"Answers[{finding.Key}]");
            errors.AddRange(wrong.Select(error => error.Code == ReportErrors.Missing("").Code ? ReportErrors.FindingUnanswered(finding.Key) : error));
        }

        return errors.Count > 0
            ? errors
            : (Result<IReadOnlyList<AnsweredFinding>>)findings.Select(finding => new AnsweredFinding(finding, PlainText.Lines(answers[finding.Key]!).Trim())).ToList();
    }
}
