using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Mandates;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;

namespace Talka.Supervision.Reports;

/// <summary>What people wrote to one another about reports: questions, replies, reasons, answers to findings, remarks on documents.</summary>
internal sealed class ReportMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Question), nameof(Question.Text)),
        new(typeof(QuestionReply), nameof(QuestionReply.Text)),
        new(typeof(ReportStep), nameof(ReportStep.Reason), nameof(ReportStep.Findings)),
        new(typeof(DueDateChange), nameof(DueDateChange.Reason)),
        new(typeof(SampleItem), nameof(SampleItem.Remark)),
    ];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most) => FindAsync(stems, most, CancellationToken.None);

    private async IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var questions = from question in db.Questions() select new Said { What = "MentionQuestion", MandateId = question.MandateId, Report = question.ReportId, At = question.AskedAt, Text = question.Text };
        var replies = from reply in db.QuestionReplies()
                      join question in db.Questions() on reply.QuestionId equals question.Id
                      select new Said { What = "MentionReply", MandateId = question.MandateId, Report = question.ReportId, At = reply.At, Text = reply.Text };
        var steps = from step in db.ReportSteps()
                    join report in db.Reports() on step.ReportId equals report.Id
                    select new Said { What = "MentionStep", MandateId = report.MandateId, Report = report.Id, At = step.At, Text = step.Reason };
        var dates = from change in db.DueDateChanges() select new Said { What = "MentionDueDate", MandateId = change.MandateId, Report = null, At = change.At, Text = change.Reason };
        var remarks = from item in db.SampleItems()
                      join sample in db.Samples() on item.SampleId equals sample.Id
                      join report in db.Reports() on sample.ReportId equals report.Id
                      where item.Remark != null
                      select new Said { What = "MentionRemark", MandateId = report.MandateId, Report = report.Id, At = item.MarkedAt ?? sample.DrawnAt, Text = item.Remark! };
        var left = most;
        foreach (var said in new[] { questions, replies, steps, dates, remarks })
        {
            var found = said;
            foreach (var stem in stems)
            {
                found = found.Where(one => TextSearch.Fold(one.Text).Contains(stem));
            }

            var rows = from one in found
                       join mandate in db.MandatesWithHidden() on one.MandateId equals mandate.Id
                       orderby one.At
                       select new { one.What, mandate.Slug, one.Report };
            await foreach (var row in rows.Take(left).AsAsyncEnumerable().WithCancellation(cancel))
            {
                left--;
                yield return Mention(row.What, row.Slug, row.Report);
            }
        }

        // JSON, in which some letters are escaped: read here
        var answered = from step in db.ReportSteps()
                       join report in db.Reports() on step.ReportId equals report.Id
                       join mandate in db.MandatesWithHidden() on report.MandateId equals mandate.Id
                       where step.Findings != null
                       orderby step.Id
                       select new { mandate.Slug, Report = report.Id, step.Findings };
        await foreach (var step in answered.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (left > 0 && AnsweredFinding.Read(step.Findings).Any(one => stems.All(TextSearch.Fold($"{one.Answer} {one.Finding.Quote}").Contains)))
            {
                left--;
                yield return Mention("MentionAnswer", step.Slug, step.Report);
            }
        }
    }

    private static PersonMention Mention(string what, string slug, Guid? report) =>
        new(Texts.T(what, slug), report is { } id ? ReportTexts.Address(slug, id) : $"/work/mandates/{slug}/reports");

    private sealed class Said
    {
        public string What { get; init; } = "";
        public Guid MandateId { get; init; }
        public Guid? Report { get; init; }
        public DateTime At { get; init; }
        public string Text { get; init; } = "";
    }
}
