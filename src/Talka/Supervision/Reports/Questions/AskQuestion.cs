using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Summaries;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Questions;

/// <summary>
/// Asks about a report while it is being reviewed or answered. The report's version moves with it, so that an acceptance that did not see
/// the question fails. The implementer hears of it when the report is returned, or at once while it is.
/// </summary>
public sealed class AskQuestion(TalkaDb db, ReportFlow flow, ReportMail mail, CurrentActor actor, TimeProvider clock)
{
    private static readonly ReportState[] During = [ReportState.Submitted, ReportState.Returned, ReportState.Answered];

    /// <param name="seen">Null where it does not matter whether somebody else has asked meanwhile.</param>
    public async Task<Result<Question>> RunAsync(string slug, Guid report, int? seen, Place place, string? text, CancellationToken cancel)
    {
        var version = seen ?? await db.ReportsOf(slug).Where(r => r.Id == report).Select(r => r.Version).FirstOrDefaultAsync(cancel);
        var found = await flow.FindAsync(slug, report, version, Policies.Supervise, During, cancel);
        if (!found.Succeeded)
        {
            return Result<Question>.Failed(found.Errors);
        }

        place = place is FigurePlace asked && FigureQuery.Parse(asked.Query) is { Succeeded: true, Value: var query } ? new FigurePlace(query.ToString()) : place;
        var errors = ReportFlow.CheckText(text, "Text", Question.TextLength);
        if (!await IsKnownAsync(slug, found.Value, place, cancel))
        {
            errors.Add(ReportErrors.PlaceUnknown());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        var question = new Question
        {
            Id = Guid.CreateVersion7(now),
            ReportId = report,
            MandateId = found.Value.MandateId,
            Year = (place as SectionPlace)?.Year,
            Section = (place as SectionPlace)?.Section,
            Figure = (place as FigurePlace)?.Query,
            Entry = (place as EntryPlace)?.Sequence,
            Text = PlainText.Lines(text!).Trim(),
            AskedAt = now.UtcDateTime,
            AskedBy = actor.Value.PersonId,
        };
        db.Add(question);
        found.Value.Version++;
        if (found.Value.State == ReportState.Returned)
        {
            await mail.TellAsync(found.Value.MandateId, Side.Implementer, $"question/{question.Id:n}", ReportTexts.Address(slug, report), () => (
                T("MailAskedSubject", ReportTexts.Name(found.Value.Year)), T("MailAsked", ReportTexts.Name(found.Value.Year), question.Text)), cancel);
        }

        var saved = await flow.SaveAsync(cancel);
        return saved.Succeeded ? question : Result<Question>.Failed(saved.Errors);
    }

    private async Task<bool> IsKnownAsync(string slug, Report report, Place place, CancellationToken cancel) => place switch
    {
        SectionPlace section => SummaryTemplate.Find(report.Template)!.Texts.Any(text => text.Code == section.Section && text.Yearly == section.Year > 0)
            && (section.Year == 0 || await db.MandateTermsAsync(slug, cancel) is { } terms && terms.Years.Any(year => year.Ordinal == section.Year)),
        FigurePlace figure => figure.Query.Length <= QuestionPlaces.FigureLength && FigureQuery.Parse(figure.Query).Succeeded,
        EntryPlace entry => await db.JournalEntries().AnyAsync(e => e.Sequence == entry.Sequence && e.Mandate == slug, cancel),
        _ => true,
    };
}
