using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Forms.Answers;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

/// <summary>The registered as a spreadsheet, with their answers to the event's own questions. Thousands are read and written part by part and never held whole.</summary>
internal static class PeopleExport
{
    private const int Part = 500;

    public static async Task<IResult> GetAsync(
        string slug, Guid id, string format, HttpContext context, TalkaDb db, AnswerTable answers, SiteAddress site, AuditTrail trail, TimeProvider clock,
        string? state, string? mode, string? text, CancellationToken cancel)
    {
        if (await db.EventsOf(slug).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } e)
        {
            return TypedResults.NotFound();
        }

        var questions = e.FormId is { } form ? await answers.QuestionsAsync(form, cancel) : [];
        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "event-people", slug, $"event:{id}", cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName(e.Slug, clock.Today(), sheet)}\"";
        var rows = RowsAsync(db, answers, PeopleFilter.Of(state, mode, text), id, questions, cancel);
        await SheetWriter.WriteAsync(Layout(questions, (person, question) => site.Link(AnswerFiles.Path(slug, id, person, question))), sheet, rows, context.Response.Body, cancel);
        return TypedResults.Empty;
    }

    private static SheetLayout<Row> Layout(IReadOnlyList<Question> questions, Func<Guid, string, string> link)
    {
        var layout = new SheetLayout<Row>(T("People"))
            .Number(T("PersonNumber"), row => row.Person.Number)
            .Text(T("PersonName"), row => row.Person.Name, 30)
            .Text(T("YourEmail"), row => row.Person.Email, 30)
            .Text(T("YourPhone"), row => row.Person.Phone, 16)
            .Text(T("YourOrganisation"), row => row.Person.OrganisationName, 30)
            .Text(T("YourGroup"), row => row.Person.TargetGroup, 20)
            .Text(T("PersonMode"), row => T("Mode" + row.Person.Mode), 14)
            .Text(T("PersonState"), row => T("State" + row.Person.State), 22)
            .Text(T("PersonBy"), row => row.By, 30)
            .Text(T("PersonSource"), row => T("Source" + row.Person.Source), 16)
            .Instant(T("PersonSignedUp"), row => row.Person.CreatedAt)
            .Instant(T("PersonCame"), row => row.Person.CameAt)
            .Number(T("PersonMinutes"), row => row.Person.OnlineMinutes)
            .Text(T("PersonCode"), row => row.Person.ShortCode, 10)
            .Text(T("Reason"), row => row.Person.Reason, 30);
        AnswerTable.AddTo(layout, questions, row => row.Answers);
        foreach (var question in questions.Where(question => question.Type == QuestionType.File))
        {
            layout.Text(T("PersonFileLink", question.LabelText()), row => row.Answers?.Texts.ContainsKey(question.Code) == true ? link(row.Person.Id, question.Code) : null, 40);
        }

        return layout;
    }

    private static async IAsyncEnumerable<Row> RowsAsync(
        TalkaDb db, AnswerTable answers, PeopleFilter filter, Guid eventId, IReadOnlyList<Question> questions, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (number, last) = (0L, Guid.Empty);
        while (true)
        {
            var people = await PeopleFilter.InOrder(filter.Apply(db.Registrations(), eventId), number, last).Take(Part).ToListAsync(cancel);
            var responses = people.Select(r => r.ResponseId).OfType<Guid>().ToList();
            var given = questions.Count == 0 || responses.Count == 0 ? new Dictionary<Guid, AnswerRow>() : await answers.OfAsync(responses, questions, cancel);
            var leaders = people.Where(r => r.PartyId != r.Id).Select(r => r.PartyId).Distinct().ToList();
            var names = leaders.Count == 0 ? [] : await db.Registrations().Where(r => leaders.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancel);
            foreach (var person in people)
            {
                yield return new Row(person, person.PartyId == person.Id ? null : names.GetValueOrDefault(person.PartyId), person.ResponseId is { } response ? given.GetValueOrDefault(response) : null);
            }

            if (people.Count < Part)
            {
                yield break;
            }

            (number, last) = (people[^1].Number, people[^1].Id);
        }
    }

    /// <param name="By">Who signed the person up, if somebody else did.</param>
    private sealed record Row(Registration Person, string? By, AnswerRow? Answers);
}
