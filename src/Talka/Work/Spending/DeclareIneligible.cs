using Talka.Accounts;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Spending;

/// <summary>Records that an expense, or a part of it, was not in keeping with the contract; never more than the expense in all.</summary>
public sealed class DeclareIneligible(MoneyPosting posting)
{
    /// <param name="policy">Who may: those who keep the money, or the supervisor in a review.</param>
    public Task<Result<JournalEntry>> RunAsync(
        string mandate, IneligibleAmount ineligible, CancellationToken cancel, string policy = Policies.ManageMoney) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = Check(books.Terms, ineligible);
            if (books.Find(Kinds.Expense, ineligible.Expense) is not { } expense)
            {
                errors.Add(SpendingErrors.NotAnExpense(ineligible.Expense));
                return errors;
            }

            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, ineligible, Kinds.Ineligible, expense.Year, expense.Stream, MoneyPosting.LatvianTitle("TitleIneligible", expense.Sequence)) with
            {
                Description = ineligible.Why.Trim(),
                Concerns = expense.Sequence,
            };
        }, cancel, policy);

    /// <summary>What is wrong with the fields, without the expense that it concerns.</summary>
    internal static List<Error> Check(MandateTerms terms, IneligibleAmount ineligible) =>
    [
        .. MoneyPosting.Check(ineligible),
        .. MoneyPosting.Required(ineligible.Why, "Why", isLong: true),
        .. MoneyPosting.DecisionDate(terms, ineligible.Date),
    ];
}
