using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Questions;
using static Talka.Supervision.AuditAccess.Texts;
using Words = Talka.Mandates.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>Each report with every move, what was handed in each time, byte for byte, and what was asked and answered.</summary>
internal sealed class ReportPart(TalkaDb db, FileStore store) : IFilePart
{
    public async Task<FileSection> WriteAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        var reports = await db.Reports().Where(report => report.MandateId == mandate.Id).OrderBy(report => report.Year).ToListAsync(cancel);
        List<Cell> links = [];
        foreach (var report in reports)
        {
            var steps = await db.ReportSteps().Where(step => step.ReportId == report.Id).OrderBy(step => step.Id).Select(step => new Move(
                step.From, step.To, step.At, db.People().Where(p => p.Id == step.ByPersonId).Select(p => p.DisplayName).FirstOrDefault(),
                step.ByPersonId != null, step.Reason, step.HtmlSha256, step.JsonSha256)).ToListAsync(cancel);
            foreach (var (hash, path) in steps.SelectMany(step => step.Files).DistinctBy(file => file.Path))
            {
                if (store.Open(hash) is { } content)
                {
                    await using (content)
                    {
                        await archive.AddAsync(path, target => content.CopyToAsync(target, cancel), cancel);
                    }
                }
            }

            var questions = await QuestionsAsync(report.Id, cancel);
            var (name, page) = (ReportTexts.Name(report.Year), $"parskati/parskats-{report.Year}.html");
            await archive.AddAsync(page, target => PageAsync(archive, target, page, name, report, steps, questions), cancel);
            links.Add(new Cell($"{name}: {ReportTexts.State(report.State)}", page));
        }

        return new FileSection(T("ReportsTitle"), reports.Count == 0 ? T("NoReports") : T("ReportsLead"), links);
    }

    private async Task<List<Asked>> QuestionsAsync(Guid report, CancellationToken cancel)
    {
        var questions = await db.Questions().Where(q => q.ReportId == report).OrderBy(q => q.Id).Select(q => new
        {
            Question = q,
            By = db.People().Where(p => p.Id == q.AskedBy).Select(p => p.DisplayName).FirstOrDefault(),
        }).ToListAsync(cancel);
        var replies = (await db.QuestionReplies().Where(r => db.Questions().Any(q => q.Id == r.QuestionId && q.ReportId == report)).OrderBy(r => r.Id).Select(r => new
        {
            r.QuestionId,
            Said = new Reply(r.Text, r.At, db.People().Where(p => p.Id == r.ByPersonId).Select(p => p.DisplayName).FirstOrDefault()),
        }).ToListAsync(cancel)).ToLookup(reply => reply.QuestionId, reply => reply.Said);
        return [.. questions.Select(one => new Asked(one.Question, one.By, [.. replies[one.Question.Id]]))];
    }

    private static async Task PageAsync(
        FileArchive archive, Stream target, string path, string name, Report report, List<Move> steps, List<Asked> questions)
    {
        await using var page = await HtmlPage.BeginAsync(target, path, name);
        await page.ParagraphAsync(ReportTexts.State(report.State));
        await page.BeginTableAsync(T("Moves"), T("RecordedAt"), T("Change"), T("By"), T("Why"), T("HandedIn"));
        foreach (var step in steps)
        {
            await page.RowWithListAsync(
                Format.Instant(step.At),
                [step.From is { } from ? $"{ReportTexts.State(from)} → {ReportTexts.State(step.To)}" : ReportTexts.State(step.To), step.IsByPerson ? step.By ?? Words.T("PersonGone") : Words.T("ByProgram"), step.Reason],
                step.Files.Select(file => archive.Holds(file.Path) ? new Cell(Path.GetExtension(file.Path)[1..].ToUpperInvariant(), file.Path) : new Cell(T("FileLost", file.Hash))));
        }

        await page.EndTableAsync();
        if (questions.Count == 0)
        {
            return;
        }

        await page.HeadingAsync(2, T("Questions"));
        foreach (var (question, by, replies) in questions)
        {
            await page.HeadingAsync(3, PlaceOf(question));
            await page.BeginTableAsync(T(question.State == QuestionState.Open ? "QuestionOpen" : "QuestionResolved"), T("RecordedAt"), T("By"), T("Said"));
            await page.RowAsync(Format.Instant(question.AskedAt), by ?? Words.T("PersonGone"), question.Text);
            foreach (var reply in replies)
            {
                await page.RowAsync(Format.Instant(reply.At), reply.By ?? Words.T("PersonGone"), reply.Text);
            }

            await page.EndTableAsync();
        }
    }

    private static string PlaceOf(Question question) => question.PlaceOf() switch
    {
        EntryPlace entry => T("EntryNo", entry.Sequence),
        FigurePlace figure => figure.Query,
        SectionPlace section => ReportTexts.Section(section.Year, section.Section),
        _ => T("WholeReport"),
    };

    private sealed record Move(ReportState? From, ReportState To, DateTime At, string? By, bool IsByPerson, string Reason, string? Html, string? Json)
    {
        public IEnumerable<(string Hash, string Path)> Files =>
            new[] { (Hash: Html, Path: $"parskati/iesniegts/{Html}.html"), (Hash: Json, Path: $"parskati/iesniegts/{Json}.json") }
                .Where(file => file.Hash is not null).Select(file => (file.Hash!, file.Path));
    }

    private sealed record Asked(Question Question, string? By, IReadOnlyList<Reply> Replies);

    private sealed record Reply(string Text, DateTime At, string? By);
}
