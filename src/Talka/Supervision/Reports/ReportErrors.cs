using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports;

/// <summary>The expected failures of reporting and reviewing.</summary>
public static class ReportErrors
{
    private const int MostListed = 10;

    public static Error NotFound() => Error.NotFound("report-not-found", T("ErrorNotFound"));

    public static Error NoAuthority() => Error.Conflict("report-without-authority", T("ErrorNoAuthority"));

    public static Error YearUnknown(int year) => Error.Invalid("report-year-unknown", T("ErrorYear", Ordinals.Roman(year)));

    public static Error AlreadyOpen() => Error.Conflict("report-already-open", T("ErrorAlreadyOpen"));

    /// <summary>Somebody moved it, or asked something, since it was read.</summary>
    public static Error ChangedMeanwhile() => Error.Conflict("report-changed-meanwhile", T("ErrorChangedMeanwhile"));

    public static Error WrongState(ReportState state) => Error.Conflict("report-wrong-state", T("ErrorState", ReportTexts.State(state)));

    public static Error NotEnded(DateOnly last) => Error.Conflict("report-year-not-ended", T("ErrorNotEnded", Format.Date(last)));

    public static Error FindingUnanswered(string key) => Error.Invalid("finding-unanswered", T("ErrorFindingUnanswered"), $"Answers[{key}]");

    public static Error NothingToReturn() => Error.Invalid("return-without-question-or-reason", T("ErrorNothingToReturn"), "Reason");

    public static Error QuestionsOpen(int count) => Error.Conflict("questions-open", T("ErrorQuestionsOpen", Format.Number(count)));

    public static Error QuestionsUnanswered(int count) => Error.Conflict("questions-unanswered", T("ErrorQuestionsUnanswered", Format.Number(count)));

    public static Error OwnSubmission() => Error.Forbidden("own-submission", T("ErrorOwnSubmission"));

    public static Error NotAccepted() => Error.Conflict("report-not-accepted", T("ErrorNotAccepted"));

    public static Error TextsChangedSince() => Error.Conflict("texts-changed-since-hand-in", T("ErrorTextsChangedSince"));

    /// <summary>Years that are over and due.</summary>
    public static Error YearsNotAccepted(IEnumerable<int> years) =>
        Error.Conflict("report-years-not-accepted", T("ErrorYearsNotAccepted", string.Join(", ", years.Select(Ordinals.Roman))));

    /// <summary>What is handed in does not know them.</summary>
    public static Error EntriesSince(IReadOnlyList<NewerEntry> entries) => Error.Conflict("entries-since-hand-in",
        T("ErrorEntriesSince", Format.Number(entries.Count), Listed(entries.Select(entry => $"{entry.Sequence} {Format.Quoted(entry.Title)}"))));

    /// <summary>Nobody answered them when the report was handed in.</summary>
    public static Error FindingsSince(IReadOnlyList<ReportFinding> findings) => Error.Conflict("findings-since-hand-in",
        T("ErrorFindingsSince", Format.Number(findings.Count), Listed(findings.Select(finding => $"{ReportTexts.Section(finding.Year, finding.Section)}: {finding.Message}"))));

    private static string Listed(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return string.Join("; ", all.Take(MostListed)) + (all.Count > MostListed ? "; …" : "");
    }

    public static Error Missing(string field) => Error.Invalid("report-field-missing", T("ErrorMissing"), field);

    public static Error TooLong(string field, int most) => Error.Invalid("report-field-too-long", T("ErrorTooLong", Format.Number(most)), field);

    public static Error NotText(string field) => Error.Invalid("text-not-storable", T("ErrorNotText"), field);

    public static Error QuestionNotFound() => Error.NotFound("question-not-found", T("ErrorQuestionNotFound"));

    public static Error QuestionResolved() => Error.Conflict("question-resolved", T("ErrorQuestionResolved"));

    public static Error PlaceUnknown() => Error.Invalid("question-place-unknown", T("ErrorPlaceUnknown"));

    public static Error DateWrong(string typed) => Error.Invalid("date-wrong", T("ErrorDate", typed), "DueOn");

    public static Error DateOutOfRange(DateOnly first, DateOnly last) =>
        Error.Invalid("due-date-out-of-range", T("ErrorDateRange", Format.Date(first), Format.Date(last)), "DueOn");

    public static Error SampleSize(int most) => Error.Invalid("sample-size", T("ErrorSampleSize", Format.Number(most)), "Size");

    public static Error SampleEmpty() => Error.Conflict("sample-empty", T("ErrorSampleEmpty"));

    public static Error SampleNotFound() => Error.NotFound("sample-not-found", T("ErrorSampleNotFound"));

    public static Error ExpenseOutside(long sequence) => Error.Invalid("expense-outside-report", T("ErrorExpenseOutside", sequence), "Amount");

    public static Error AmountWrong(string typed) => Error.Invalid("amount-wrong", T("ErrorAmount", typed), "Amount");
}
