using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Forms.Answers;

/// <summary>What came of one question.</summary>
/// <param name="Answers">How many answered; null where so few did that nothing is told.</param>
/// <param name="Choices">Counts by choice; null where a count is not told.</param>
/// <param name="Mean">Of numbers.</param>
public sealed record QuestionFigures(Question Question, long? Answers, IReadOnlyList<(string Label, long? Count)> Choices, decimal? Mean);

/// <summary>The figures of a form, small groups left out.</summary>
/// <param name="Responses">How many filled it in; null where so few did that nothing is told.</param>
public sealed record FormFigures(long? Responses, IReadOnlyList<QuestionFigures> Questions)
{
    /// <summary>Counted by the database; only counts come into memory.</summary>
    public static async Task<FormFigures> ReadAsync(TalkaDb db, Guid formId, CancellationToken cancel)
    {
        var questions = await new AnswerTable(db).QuestionsAsync(formId, cancel);
        var responses = await db.FormResponses().LongCountAsync(response => response.FormId == formId, cancel);
        if (responses < SmallGroups.Least)
        {
            return new FormFigures(null, []);
        }

        var answers = db.FormAnswers().Where(answer => db.FormResponses().Any(response => response.Id == answer.ResponseId && response.FormId == formId));
        var answered = await answers.Where(answer => answer.Ordinal == 0).GroupBy(answer => answer.Question)
            .Select(group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var counted = questions.Where(question => question.Type is QuestionType.Choice or QuestionType.Choices or QuestionType.Number or QuestionType.Consent).Select(question => question.Code).ToList();
        var values = (await answers.Where(answer => counted.Contains(answer.Question)).GroupBy(answer => new { answer.Question, answer.Value })
            .Select(group => new { group.Key.Question, group.Key.Value, Count = group.LongCount() }).ToListAsync(cancel))
            .ToLookup(group => group.Question, group => (group.Value, group.Count));
        return new FormFigures(responses, [.. questions.Select(question => Of(question, responses, answered.GetValueOrDefault(question.Code), [.. values[question.Code]]))]);
    }

    private static QuestionFigures Of(Question question, long responses, long answered, IReadOnlyList<(string Value, long Count)> values)
    {
        // A consent is answered by whoever fills in the form: not ticked is an answer too
        var answers = question.Type == QuestionType.Consent ? responses : answered;
        if (answers < SmallGroups.Least)
        {
            return new QuestionFigures(question, null, [], null);
        }

        long CountOf(string code) => values.Where(value => value.Value == code).Sum(value => value.Count);
        switch (question.Type)
        {
            case QuestionType.Choice or QuestionType.Choices:
                var counts = question.Choices.Select(choice => CountOf(choice.Code)).ToList();
                var told = question.Type == QuestionType.Choice ? SmallGroups.OfOne(counts) : SmallGroups.OfAny(counts, answers);
                return new QuestionFigures(question, answers, [.. question.Choices.Select((choice, i) => (choice.LabelText(), told[i]))], null);
            case QuestionType.Consent:
                var ticked = CountOf("true");
                var consents = SmallGroups.OfOne([ticked, answers - ticked]);
                return new QuestionFigures(question, answers, [(Foundation.Ui.Texts.T("Yes"), consents[0]), (Texts.T("NotTicked"), consents[1])], null);
            case QuestionType.Number:
                return new QuestionFigures(question, answers, [], values.Sum(value => decimal.Parse(value.Value, CultureInfo.InvariantCulture) * value.Count) / answers);
            default:
                return new QuestionFigures(question, answers, [], null);
        }
    }
}
