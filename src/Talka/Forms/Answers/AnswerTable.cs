using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Sheets;
using static Talka.Forms.Texts;

namespace Talka.Forms.Answers;

/// <summary>One response, as people read it.</summary>
/// <param name="Texts">By the code of the question; several choices in one text.</param>
public sealed record AnswerRow(Guid ResponseId, DateTime At, IReadOnlyDictionary<string, string> Texts);

/// <summary>The answers to a form as a table: a row a response, a column a question.</summary>
public sealed class AnswerTable(TalkaDb db)
{
    private const string Between = "; ";

    /// <summary>Every question that any version asked: those of the newest in their order, then those that were taken out.</summary>
    public async Task<IReadOnlyList<Question>> QuestionsAsync(Guid formId, CancellationToken cancel)
    {
        var versions = await db.FormVersions().Where(version => version.FormId == formId).OrderByDescending(version => version.Number).Select(version => version.Definition).ToListAsync(cancel);
        var questions = new List<Question>();
        foreach (var question in versions.SelectMany(version => FormDefinition.Read(version).Questions))
        {
            var at = questions.FindIndex(newer => newer.Code == question.Code);
            if (at < 0)
            {
                questions.Add(question);
            }
            else
            {
                // A choice that was taken out is still an answer of somebody's
                var known = questions[at].Choices;
                questions[at] = questions[at] with { Choices = [.. known, .. question.Choices.Where(choice => !known.Any(newer => newer.Code == choice.Code))] };
            }
        }

        return questions;
    }

    /// <summary>All responses in the order in which they came, streaming.</summary>
    public IAsyncEnumerable<AnswerRow> RowsAsync(Guid formId, IReadOnlyList<Question> questions) =>
        TogetherAsync(questions, from response in db.FormResponses().Where(response => response.FormId == formId)
                                 join answer in db.FormAnswers() on response.Id equals answer.ResponseId into answers
                                 from answer in answers.DefaultIfEmpty()
                                 orderby response.Id, answer!.Question, answer.Ordinal
                                 select new Cell(response.Id, response.At, answer!.Question, answer.Value, answer.FileName));

    /// <summary>The answers of some responses, such as of one part of a list of registrations.</summary>
    public async Task<IReadOnlyDictionary<Guid, AnswerRow>> OfAsync(IReadOnlyCollection<Guid> responses, IReadOnlyList<Question> questions, CancellationToken cancel)
    {
        var cells = from response in db.FormResponses().Where(response => responses.Contains(response.Id))
                    join answer in db.FormAnswers() on response.Id equals answer.ResponseId
                    orderby response.Id, answer.Question, answer.Ordinal
                    select new Cell(response.Id, response.At, answer.Question, answer.Value, answer.FileName);
        var rows = new Dictionary<Guid, AnswerRow>();
        await foreach (var row in TogetherAsync(questions, cells, cancel))
        {
            rows[row.ResponseId] = row;
        }

        return rows;
    }

    /// <summary>The columns of the answers, to be added to a sheet of the caller's.</summary>
    /// <param name="of">The answers of a row; null when it has none.</param>
    public static SheetLayout<T> AddTo<T>(SheetLayout<T> layout, IReadOnlyList<Question> questions, Func<T, AnswerRow?> of) => questions.Aggregate(
        layout, (sheet, question) => sheet.Text(question.LabelText(), row => of(row)?.Texts.GetValueOrDefault(question.Code), question.Type == QuestionType.LongText ? 50 : 24));

    public static SheetLayout<AnswerRow> Layout(IReadOnlyList<Question> questions, bool withTime = true)
    {
        var layout = new SheetLayout<AnswerRow>(T("Answers"));
        return AddTo(withTime ? layout.Instant(T("AnsweredAt"), row => row.At) : layout, questions, row => row);
    }

    private sealed record Cell(Guid ResponseId, DateTime At, string? Question, string? Value, string? FileName);

    // The cells come response by response, so that one response at a time is held
    private static async IAsyncEnumerable<AnswerRow> TogetherAsync(
        IReadOnlyList<Question> questions, IQueryable<Cell> cells, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        var known = questions.ToDictionary(question => question.Code, StringComparer.Ordinal);
        (Guid Id, DateTime At, Dictionary<string, string> Texts)? current = null;
        await foreach (var cell in cells.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (current is { } ready && ready.Id != cell.ResponseId)
            {
                yield return new AnswerRow(ready.Id, ready.At, ready.Texts);
                current = null;
            }

            current ??= (cell.ResponseId, cell.At, new(StringComparer.Ordinal));
            if (cell.Question is { } code && cell.Value is { } value)
            {
                var text = cell.FileName ?? (known.TryGetValue(code, out var question) ? question.AnswerText(value) : value);
                var texts = current.Value.Texts;
                texts[code] = texts.TryGetValue(code, out var before) ? before + Between + text : text;
            }
        }

        if (current is { } last)
        {
            yield return new AnswerRow(last.Id, last.At, last.Texts);
        }
    }
}
