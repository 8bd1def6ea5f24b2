using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Spending;

/// <summary>Records an expense. Refused when its year × stream has not that much left.</summary>
public sealed class RecordExpense(MoneyPosting posting)
{
    public Task<Result<JournalEntry>> RunAsync(string mandate, Expense expense, CancellationToken cancel) =>
        posting.PostAsync(mandate, books => Entry(books.Terms, expense), cancel);

    /// <summary>The journal entry of an expense, its fields checked but not the money of the year.</summary>
    internal static Result<EntryContent> Entry(MandateTerms terms, Expense expense)
    {
        var errors = MoneyPosting.Check(expense);
        errors.AddRange(MoneyPosting.Required(expense.Title, "Title"));
        errors.AddRange(MoneyPosting.Stream(terms, expense.Stream));
        errors.AddRange(MoneyPosting.TooLong(expense.Category, "Category"));
        errors.AddRange(MoneyPosting.TooLong(expense.Payee, "Payee"));
        errors.AddRange(MoneyPosting.TooLong(expense.ExternalId, "ExternalId"));
        if (terms.YearOf(expense.Date) is not { } year)
        {
            errors.Add(SpendingErrors.OutsideMandate(expense.Date, terms));
            return errors;
        }

        return errors.Count > 0 ? errors : MoneyPosting.Entry(terms, expense, Kinds.Expense, year, expense.Stream, expense.Title) with
        {
            Category = MoneyPosting.Trim(expense.Category),
            Payee = MoneyPosting.Trim(expense.Payee),
            ExternalId = expense.ExternalId,
        };
    }
}
