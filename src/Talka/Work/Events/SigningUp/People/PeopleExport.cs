using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Foundation;
using Talka.Foundation.Data;
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
        string slug, Guid id, string format, HttpContext context, TalkaDb db, FormStore forms, AuditTrail trail, TimeProvider clock,
        string? state, string? mode, string? text, CancellationToken cancel)
    {
        if (await db.EventsOf(slug).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } e)
        {
            return TypedResults.NotFound();
        }

        var form = await forms.CurrentAsync(e.FormId, cancel);
        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "event-people", slug, $"event:{id}", cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName(e.Slug, clock.Today(), sheet)}\"";
        var rows = RowsAsync(db, PeopleFilter.Of(state, mode, text), id, form is not null, cancel);
        await SheetWriter.WriteAsync(Layout(form?.Definition ?? FormDefinition.Empty), sheet, rows, context.Response.Body, cancel);
        return TypedResults.Empty;
    }

    private static SheetLayout<Row> Layout(FormDefinition form)
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
            .Text(T("PersonSource"), row => T("Source" + row.Person.Source), 16)
            .Text(T("PersonSignedUp"), row => Format.Instant(row.Person.CreatedAt), 18)
            .Text(T("PersonCame"), row => row.Person.CameAt is { } at ? Format.Instant(at) : null, 18)
            .Number(T("PersonMinutes"), row => row.Person.OnlineMinutes)
            .Text(T("PersonCode"), row => row.Person.ShortCode, 10)
            .Text(T("Reason"), row => row.Person.Reason, 30);
        foreach (var question in form.Questions)
        {
            layout.Text(question.LabelText(), row => row.Answers.TryGetValue(question.Code, out var values) ? string.Join("; ", values.Select(value => Shown(question, value))) : null, 30);
        }

        return layout;
    }

    private static string Shown(Question question, string value) => question.Type switch
    {
        QuestionType.Consent => T("Yes"),
        QuestionType.Choice or QuestionType.Choices => question.Choices.FirstOrDefault(choice => choice.Code == value)?.LabelText() ?? value,
        _ => value,
    };

    private static async IAsyncEnumerable<Row> RowsAsync(TalkaDb db, PeopleFilter filter, Guid eventId, bool hasForm, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = Guid.Empty;
        while (true)
        {
            var people = await filter.Apply(db.Registrations(), eventId).Where(r => r.Id > last).OrderBy(r => r.Id).Take(Part).ToListAsync(cancel);
            var responses = people.Select(r => r.ResponseId).OfType<Guid>().ToList();
            var answers = !hasForm || responses.Count == 0 ? []
                : await db.FormAnswers().Where(a => responses.Contains(a.ResponseId)).OrderBy(a => a.Ordinal)
                    .Select(a => new Answer(a.ResponseId, a.Question, a.FileName ?? a.Value)).ToListAsync(cancel);
            var byResponse = answers.ToLookup(answer => answer.ResponseId);
            foreach (var person in people)
            {
                var own = person.ResponseId is { } response ? byResponse[response] : [];
                yield return new Row(person, own.GroupBy(answer => answer.Question).ToDictionary(group => group.Key, group => group.Select(answer => answer.Value).ToList()));
            }

            if (people.Count < Part)
            {
                yield break;
            }

            last = people[^1].Id;
        }
    }

    private sealed record Answer(Guid ResponseId, string Question, string Value);

    private sealed record Row(Registration Person, Dictionary<string, List<string>> Answers);
}
