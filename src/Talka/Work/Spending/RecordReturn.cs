using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Work.Spending;

/// <summary>Records that unspent money of a year was given back to the State; never more than is left of it.</summary>
public sealed class RecordReturn(MoneyPosting posting)
{
    public Task<Result<JournalEntry>> RunAsync(string mandate, ReturnToState returned, CancellationToken cancel) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = MoneyPosting.Check(returned);
            errors.AddRange(MoneyPosting.DecisionDate(books.Terms, returned.Date));
            errors.AddRange(MoneyPosting.Year(books.Terms, returned.Year, "Year"));
            errors.AddRange(MoneyPosting.Stream(books.Terms, returned.Stream));
            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, returned, Kinds.Return, returned.Year, returned.Stream, MoneyPosting.LatvianTitle("TitleReturn", Ordinals.Roman(returned.Year)));
        }, cancel);
}
