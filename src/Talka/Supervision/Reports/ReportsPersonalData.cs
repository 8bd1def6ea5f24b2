using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using Talka.Mandates;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;

namespace Talka.Supervision.Reports;

/// <summary>Who moved a report, asked and answered, drew and checked samples, changed due dates. Ids alone are kept, so an erasure leaves ids of no one.</summary>
internal sealed class ReportsPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "reports";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(ReportStep), nameof(ReportStep.ByPersonId)),
        new(typeof(Question), nameof(Question.AskedBy), nameof(Question.ResolvedBy)),
        new(typeof(QuestionReply), nameof(QuestionReply.ByPersonId)),
        new(typeof(DueDateChange), nameof(DueDateChange.ByPersonId)),
        new(typeof(Sample), nameof(Sample.DrawnBy)),
        new(typeof(SampleItem), nameof(SampleItem.MarkedBy)),
    ];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => ReadAsync(person, most, CancellationToken.None);

    private async IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var steps = from step in db.Set<ReportStep>()
                    join report in db.Set<Report>() on step.ReportId equals report.Id
                    where step.ByPersonId == person.Id
                    select new Act { MandateId = report.MandateId, At = step.At, Text = step.Reason };
        var questions = from question in db.Set<Question>()
                        where question.AskedBy == person.Id || question.ResolvedBy == person.Id
                        select new Act { MandateId = question.MandateId, At = question.AskedAt, Text = question.Text };
        var replies = from reply in db.Set<QuestionReply>()
                      join question in db.Set<Question>() on reply.QuestionId equals question.Id
                      where reply.ByPersonId == person.Id
                      select new Act { MandateId = question.MandateId, At = reply.At, Text = reply.Text };
        var dates = from change in db.Set<DueDateChange>()
                    where change.ByPersonId == person.Id
                    select new Act { MandateId = change.MandateId, At = change.At, Text = change.Reason };
        var samples = from sample in db.Set<Sample>()
                      join report in db.Set<Report>() on sample.ReportId equals report.Id
                      where sample.DrawnBy == person.Id || db.Set<SampleItem>().Any(item => item.SampleId == sample.Id && item.MarkedBy == person.Id)
                      select new Act { MandateId = report.MandateId, At = sample.DrawnAt, Text = sample.Seed };
        var left = most;
        foreach (var acts in new[] { steps, questions, replies, dates, samples })
        {
            var rows = from act in acts
                       join mandate in db.MandatesWithHidden() on act.MandateId equals mandate.Id
                       orderby act.At descending
                       select new { act.At, mandate.Slug, act.Text };
            await foreach (var row in rows.Take(left).AsAsyncEnumerable().WithCancellation(cancel))
            {
                left--;
                yield return new PersonalRow(PersonalFact.At(row.At), PersonalFact.Mandate(row.Slug), PersonalFact.What(row.Text));
            }
        }
    }

    private sealed class Act
    {
        public Guid MandateId { get; init; }
        public DateTime At { get; init; }
        public string? Text { get; init; }
    }
}

/// <summary>What was handed in is kept as it was.</summary>
internal sealed class ReportFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } = [(typeof(ReportStep), nameof(ReportStep.HtmlSha256)), (typeof(ReportStep), nameof(ReportStep.JsonSha256))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var steps = await db.Set<ReportStep>().Where(s => hashes.Contains(s.HtmlSha256!) || hashes.Contains(s.JsonSha256!))
            .Select(s => new { s.HtmlSha256, s.JsonSha256 }).ToListAsync(cancel);
        return [.. steps.SelectMany(s => new[] { s.HtmlSha256, s.JsonSha256 }).OfType<string>()];
    }
}
