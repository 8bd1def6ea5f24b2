using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports;

/// <summary>
/// How every report moves: whoever moves it may, saw its last state, and it is where that move begins; then state, step and mail
/// are saved together. The use cases say what else must hold.
/// </summary>
public sealed class ReportFlow(TalkaDb db, MandateAccess access, ReportMail mail, CurrentActor actor, TimeProvider clock)
{
    /// <param name="seen">The report's version that the person saw.</param>
    /// <returns>The report, tracked, to be moved by <see cref="MoveAsync"/>.</returns>
    public async Task<Result<Report>> FindAsync(
        string slug, Guid id, int seen, string policy, IReadOnlyCollection<ReportState> from, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, policy, cancel) is { } refused)
        {
            return refused;
        }

        var mandate = await db.MandateIdAsync(slug, cancel);
        var report = await db.Set<Report>().FirstOrDefaultAsync(r => r.Id == id && r.MandateId == mandate, cancel);
        return report is null ? ReportErrors.NotFound()
            : report.Version != seen ? ReportErrors.ChangedMeanwhile()
            : from.Contains(report.State) ? report
            : ReportErrors.WrongState(report.State);
    }

    /// <summary>Moves and saves. Of two who move at once one fails with <c>report-changed-meanwhile</c>.</summary>
    public async Task<Result> MoveAsync(
        string slug, Report report, ReportState to, string? reason, CancellationToken cancel, Submission? submission = null, bool back = false)
    {
        await AddStepAsync(slug, report, Step(report, report.State, to, reason, submission, back), cancel);
        return await SaveAsync(cancel);
    }

    /// <summary>Moves in the caller's transaction, and leaves saving to the caller.</summary>
    public async Task AddStepAsync(string slug, Report report, ReportStep step, CancellationToken cancel)
    {
        db.Add(step);
        report.State = step.To;
        report.Version++;
        var other = step.IsSupervisors ? Side.Implementer : Side.Supervisor;
        await mail.TellAsync(report.MandateId, other, $"report-step/{step.Id:n}", ReportTexts.Address(slug, report.Id), () => (
            T("MailSubject", ReportTexts.Name(report.Year), ReportTexts.State(step.To)),
            T(step.TakesBack ? "MailTakenBack" : "Mail" + step.To, ReportTexts.Name(report.Year)) + (step.Reason.Length > 0 ? $"\n\n{step.Reason}" : "")), cancel);
    }

    public async Task<Result> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ReportErrors.ChangedMeanwhile();
        }
    }

    public ReportStep Step(Report report, ReportState? from, ReportState to, string? reason, Submission? submission = null, bool back = false)
    {
        var now = clock.GetUtcNow();
        return new ReportStep
        {
            Id = Guid.CreateVersion7(now),
            ReportId = report.Id,
            From = from,
            To = to,
            TakesBack = back,
            At = now.UtcDateTime,
            ByPersonId = actor.Value.PersonId,
            Reason = PlainText.Lines(reason ?? "").Trim(),
            JsonSha256 = submission?.Json.Sha256,
            JsonSize = submission?.Json.Size,
            HtmlSha256 = submission?.Html.Sha256,
            HtmlSize = submission?.Html.Size,
            Findings = submission is null ? null : AnsweredFinding.Write(submission.Findings),
        };
    }

    /// <summary>What is wrong with something that a person wrote.</summary>
    public static List<Error> CheckText(string? text, string field, int most = ReportStep.ReasonLength, bool required = true) =>
        string.IsNullOrWhiteSpace(text) ? (required ? [ReportErrors.Missing(field)] : [])
        : text.Length > most ? [ReportErrors.TooLong(field, most)]
        : PlainText.IsStorable(text, lines: true) ? []
        : [ReportErrors.NotText(field)];
}
