using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Work.Spending;

/// <summary>Records the decision to carry what a year left over, or a part of it, to a later year of the same stream.</summary>
public sealed class CarryOver(MoneyPosting posting)
{
    public Task<Result<JournalEntry>> RunAsync(string mandate, CarryOverDecision decision, CancellationToken cancel) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = MoneyPosting.Check(decision);
            errors.AddRange(MoneyPosting.DecisionDate(books.Terms, decision.Date));
            errors.AddRange(MoneyPosting.Year(books.Terms, decision.FromYear, "Year"));
            errors.AddRange(MoneyPosting.Year(books.Terms, decision.ToYear, "ToYear"));
            errors.AddRange(MoneyPosting.Stream(books.Terms, decision.Stream));
            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, decision, Kinds.CarryOver, decision.FromYear, decision.Stream,
                MoneyPosting.LatvianTitle("TitleCarryOver", Ordinals.Roman(decision.FromYear), Ordinals.Roman(decision.ToYear))) with
            {
                ToYear = decision.ToYear,
            };
        }, cancel);
}
