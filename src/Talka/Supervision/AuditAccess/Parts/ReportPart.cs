using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Ui;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Questions;
using Talka.Supervision.Reports.Review;
using static Talka.Supervision.AuditAccess.Texts;
using Words = Talka.Mandates.Texts;

namespace Talka.Supervision.AuditAccess.Parts;

/// <summary>
/// Each report with every move, what was handed in each time, byte for byte, what the checks found and its author said, what was drawn and checked, and what was
/// asked and answered; and the days that were set for reports.
/// </summary>
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
                step.ByPersonId != null, step.Reason, step.HtmlSha256, step.JsonSha256, step.Findings)).ToListAsync(cancel);
            foreach (var (hash, path) in steps.SelectMany(step => step.Files).DistinctBy(file => file.Path).Where(file => !archive.Holds(file.Path)))
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
            var samples = await SamplesAsync(report.Id, cancel);
            var (name, page) = (ReportTexts.Name(report.Year), $"parskati/parskats-{report.Year}.html");
            await archive.AddAsync(page, target => PageAsync(archive, target, page, name, report, steps, questions, samples), cancel);
            links.Add(new Cell($"{name}: {ReportTexts.State(report.State)}", page));
        }

        if (await DueDatesAsync(archive, mandate, cancel) is { } dates)
        {
            links.Add(dates);
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
        FileArchive archive, Stream target, string path, string name, Report report, List<Move> steps, List<Asked> questions, List<Drawn> samples)
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
        foreach (var step in steps)
        {
            await FindingsAsync(page, step);
        }

        await SamplesAsync(page, samples);
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

    // What the checks found in what was handed in, and what its author said to each
    private static async Task FindingsAsync(HtmlPage page, Move step)
    {
        var findings = AnsweredFinding.Read(step.Findings);
        if (findings.Count == 0)
        {
            return;
        }

        await page.BeginTableAsync(T("FindingsOf", Format.Instant(step.At)), T("Place"), T("Finding"), T("Answer"));
        foreach (var (finding, answer) in findings)
        {
            await page.RowAsync(ReportTexts.Section(finding.Year, finding.Section), finding.Quote.Length > 0 ? $"{finding.Message} {Format.Quoted(finding.Quote)}" : finding.Message, answer);
        }

        await page.EndTableAsync();
    }

    private static async Task SamplesAsync(HtmlPage page, List<Drawn> samples)
    {
        foreach (var (sample, by, items) in samples)
        {
            await page.HeadingAsync(2, T("SampleOf", Format.Instant(sample.DrawnAt), by ?? Words.T("PersonGone")));
            await page.ParagraphAsync(T(
                "SampleFacts", T("Method" + sample.Method), Format.Number(sample.Size), sample.Seed, Format.Number(sample.PopulationCount), Format.Euro(sample.PopulationAmount)));
            await page.BeginTableAsync(T("SampleItems"), T("Sequence"), T("Amount"), T("Mark"), T("Remark"), T("RecordedAt"), T("By"));
            foreach (var (item, marker) in items)
            {
                await page.RowAsync(
                    $"{item.Sequence}", Cell.Number(Format.Amount(item.Amount)), T("Mark" + item.Mark), item.Remark ?? "",
                    item.MarkedAt is { } at ? Format.Instant(at) : "", item.MarkedAt is null ? "" : marker ?? Words.T("PersonGone"));
            }

            await page.EndTableAsync();
        }
    }

    private async Task<List<Drawn>> SamplesAsync(Guid report, CancellationToken cancel)
    {
        var samples = await db.Samples().Where(s => s.ReportId == report).OrderBy(s => s.Id).Select(s => new
        {
            Sample = s,
            By = db.People().Where(p => p.Id == s.DrawnBy).Select(p => p.DisplayName).FirstOrDefault(),
        }).ToListAsync(cancel);
        var items = (await db.SampleItems().Where(i => db.Samples().Any(s => s.Id == i.SampleId && s.ReportId == report)).OrderBy(i => i.Number).Select(i => new
        {
            i.SampleId,
            Item = new Checked(i, db.People().Where(p => p.Id == i.MarkedBy).Select(p => p.DisplayName).FirstOrDefault()),
        }).ToListAsync(cancel)).ToLookup(one => one.SampleId, one => one.Item);
        return [.. samples.Select(one => new Drawn(one.Sample, one.By, [.. items[one.Sample.Id]]))];
    }

    private async Task<Cell?> DueDatesAsync(FileArchive archive, FiledMandate mandate, CancellationToken cancel)
    {
        const string path = "parskati/termini.html";
        var changes = await db.DueDateChanges().Where(c => c.MandateId == mandate.Id).OrderBy(c => c.Id).Select(c => new
        {
            Change = c,
            By = db.People().Where(p => p.Id == c.ByPersonId).Select(p => p.DisplayName).FirstOrDefault(),
        }).ToListAsync(cancel);
        if (changes.Count == 0)
        {
            return null;
        }

        await archive.AddAsync(path, async target =>
        {
            await using var page = await HtmlPage.BeginAsync(target, path, T("DueDates"));
            await page.BeginTableAsync(T("DueDates"), T("RecordedAt"), T("Report"), T("DueOn"), T("Why"), T("By"));
            foreach (var one in changes)
            {
                await page.RowAsync(
                    Format.Instant(one.Change.At), ReportTexts.Name(one.Change.Year), Format.Date(one.Change.DueOn), one.Change.Reason,
                    one.Change.ByPersonId is null ? Words.T("ByProgram") : one.By ?? Words.T("PersonGone"));
            }

            await page.EndTableAsync();
        }, cancel);
        return new Cell(T("DueDates"), path);
    }

    private static string PlaceOf(Question question) => question.PlaceOf() switch
    {
        EntryPlace entry => T("EntryNo", entry.Sequence),
        FigurePlace figure => figure.Query,
        SectionPlace section => ReportTexts.Section(section.Year, section.Section),
        _ => T("WholeReport"),
    };

    private sealed record Move(ReportState? From, ReportState To, DateTime At, string? By, bool IsByPerson, string Reason, string? Html, string? Json, string? Findings)
    {
        public IEnumerable<(string Hash, string Path)> Files =>
            new[] { (Hash: Html, Path: $"parskati/iesniegts/{Html}.html"), (Hash: Json, Path: $"parskati/iesniegts/{Json}.json") }
                .Where(file => file.Hash is not null).Select(file => (file.Hash!, file.Path));
    }

    private sealed record Drawn(Sample Sample, string? By, IReadOnlyList<Checked> Items);

    private sealed record Checked(SampleItem Item, string? By);

    private sealed record Asked(Question Question, string? By, IReadOnlyList<Reply> Replies);

    private sealed record Reply(string Text, DateTime At, string? By);
}
