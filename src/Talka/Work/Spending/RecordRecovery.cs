using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Spending;

/// <summary>Records that ineligible money came back; never more than is still unrecovered.</summary>
public sealed class RecordRecovery(MoneyPosting posting)
{
    public Task<Result<JournalEntry>> RunAsync(string mandate, Recovery recovery, CancellationToken cancel) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = Check(books.Terms, recovery);
            if (books.Find(Kinds.Ineligible, recovery.Ineligible) is not { } ineligible)
            {
                errors.Add(SpendingErrors.NotIneligible(recovery.Ineligible));
                return errors;
            }

            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, recovery, Kinds.Recovery, ineligible.Year, ineligible.Stream, MoneyPosting.LatvianTitle("TitleRecovery", ineligible.Sequence)) with
            {
                Concerns = ineligible.Sequence,
            };
        }, cancel);

    /// <summary>What is wrong with the fields, without the amount that it concerns.</summary>
    internal static List<Error> Check(MandateTerms terms, Recovery recovery) =>
        [.. MoneyPosting.Check(recovery), .. MoneyPosting.DecisionDate(terms, recovery.Date)];
}
