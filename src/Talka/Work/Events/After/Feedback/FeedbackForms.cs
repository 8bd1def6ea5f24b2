using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;
using Talka.Work.Events.After.Closing;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Feedback;

/// <summary>Gives an event the usual questions about how it was.</summary>
public sealed class OfferFeedback(TalkaDb db, MandateAccess access, FormStore forms)
{
    /// <summary>The kind of owner under which the forms of feedback are kept.</summary>
    public const string OwnerKind = "event-feedback";

    public async Task<Result> RunAsync(string mandate, Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var e = await db.ToChangeAsync(mandate, id, cancel);
        if (e is null)
        {
            return AfterErrors.EventUnknown();
        }

        if (e.FeedbackFormId is not null)
        {
            return Result.Ok;
        }

        e.FeedbackFormId = await forms.DefineAsync(OwnerKind, id, Usual(), cancel);
        await forms.DefineAsync(FeedbackGiven.OwnerKind, id, FormDefinition.Empty, cancel);
        e.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AfterErrors.ChangedMeanwhile();
        }

        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    // A definition holds its words in both languages, whoever made it
    internal static FormDefinition Usual()
    {
        IReadOnlyList<QuestionChoice> grades = [.. Enumerable.Range(1, 5).Reverse().Select(grade => new QuestionChoice($"g{grade}", Latvian("FeedbackGrade" + grade), English("FeedbackGrade" + grade)))];
        IReadOnlyList<QuestionChoice> yesNo = [new("yes", Latvian("FeedbackYes"), English("FeedbackYes")), new("partly", Latvian("FeedbackPartly"), English("FeedbackPartly")), new("no", Latvian("FeedbackNo"), English("FeedbackNo"))];
        return new FormDefinition(
        [
            new Question("overall", QuestionType.Choice, Latvian("FeedbackOverall"), English("FeedbackOverall")) { Required = true, Choices = grades },
            new Question("useful", QuestionType.Choice, Latvian("FeedbackUseful"), English("FeedbackUseful")) { Required = true, Choices = yesNo },
            new Question("organised", QuestionType.Choice, Latvian("FeedbackOrganised"), English("FeedbackOrganised")) { Choices = grades },
            new Question("remarks", QuestionType.LongText, Latvian("FeedbackRemarks"), English("FeedbackRemarks")) { Most = 2_000 },
        ]);
    }

    private static string Latvian(string key) => In(Foundation.Localisation.Languages.Latvian, key);

    private static string English(string key) => In(Foundation.Localisation.Languages.English, key);

    private static string In(string language, string key)
    {
        using var scope = Foundation.Localisation.Languages.Use(language);
        return T(key);
    }
}

/// <summary>Keeps feedback: the answers without a name, and beside them only that this person has answered. Both or neither; a second time is refused by the database.</summary>
public sealed class GiveFeedback(TalkaDb db, FormStore forms)
{
    /// <returns>Fails with <c>feedback-given</c>.</returns>
    public async Task<Result> RunAsync(Guid eventId, Guid registration, CurrentForm form, FormFilled filled, DateOnly? end, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var marks = await db.Forms().Where(f => f.OwnerKind == FeedbackGiven.OwnerKind && f.OwnerId == eventId).Select(f => f.Id).FirstAsync(cancel);
        db.Add(FeedbackGiven.Mark(registration, marks));
        await forms.SaveAsync(form.FormId, form.Version, null, filled, end, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return Error.Conflict("feedback-given", T("FeedbackGivenAlready"));
        }

        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
