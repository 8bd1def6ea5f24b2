using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Spending;

/// <summary>Records that unspent money of a year was given back to the State; never more than is left of it.</summary>
public sealed class RecordReturn(MoneyPosting posting)
{
    public Task<Result<JournalEntry>> RunAsync(string mandate, ReturnToState returned, CancellationToken cancel) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = Check(books.Terms, returned);
            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, returned, Kinds.Return, returned.Year, returned.Stream, MoneyPosting.LatvianTitle("TitleReturn", Ordinals.Roman(returned.Year)));
        }, cancel);

    /// <summary>What is wrong with the fields, without the money that is there.</summary>
    internal static List<Error> Check(MandateTerms terms, ReturnToState returned) =>
    [
        .. MoneyPosting.Check(returned),
        .. MoneyPosting.DecisionDate(terms, returned.Date),
        .. MoneyPosting.Year(terms, returned.Year, "Year"),
        .. MoneyPosting.Stream(terms, returned.Stream),
    ];
}
