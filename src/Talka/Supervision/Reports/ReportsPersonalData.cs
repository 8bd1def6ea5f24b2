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
                    select new Act(report.MandateId, step.At, step.Reason);
        var questions = from question in db.Set<Question>()
                        join report in db.Set<Report>() on question.ReportId equals report.Id
                        where question.AskedBy == person.Id || question.ResolvedBy == person.Id
                        select new Act(report.MandateId, question.AskedAt, question.Text);
        var replies = from reply in db.Set<QuestionReply>()
                      join question in db.Set<Question>() on reply.QuestionId equals question.Id
                      join report in db.Set<Report>() on question.ReportId equals report.Id
                      where reply.ByPersonId == person.Id
                      select new Act(report.MandateId, reply.At, reply.Text);
        var dates = db.Set<DueDateChange>().Where(change => change.ByPersonId == person.Id).Select(change => new Act(change.MandateId, change.At, change.Reason));
        var samples = from sample in db.Set<Sample>()
                      join report in db.Set<Report>() on sample.ReportId equals report.Id
                      where sample.DrawnBy == person.Id || db.Set<SampleItem>().Any(item => item.SampleId == sample.Id && item.MarkedBy == person.Id)
                      select new Act(report.MandateId, sample.DrawnAt, sample.Seed);
        foreach (var acts in new[] { steps, questions, replies, dates, samples })
        {
            foreach (var act in await acts.Take(most).ToListAsync(cancel))
            {
                var slug = await db.MandatesWithHidden().Where(m => m.Id == act.MandateId).Select(m => m.Slug).FirstOrDefaultAsync(cancel);
                yield return new PersonalRow(PersonalFact.At(act.At), PersonalFact.Mandate(slug), PersonalFact.What(act.Text));
            }
        }
    }

    private sealed record Act(Guid MandateId, DateTime At, string? Text);
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
