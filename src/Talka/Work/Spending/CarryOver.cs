using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Amendments;

namespace Talka.Work.Spending;

/// <summary>
/// Records the decision to carry what a year left over, or a part of it, to a later year of the same stream. Where an authority supervises the mandate
/// that takes an amendment, and people do not decide it alone.
/// </summary>
public sealed class CarryOver(TalkaDb db, MoneyPosting posting, CurrentActor actor) : ICarryOverPosting
{
    public async Task<Result<JournalEntry>> RunAsync(string mandate, CarryOverDecision decision, CancellationToken cancel) =>
        !actor.Value.IsProgram && await db.IsSupervisedAsync(mandate, cancel)
            ? AmendmentErrors.CarryOverNeedsAgreement()
            : await PostAsync(mandate, decision, Policies.ManageMoney, cancel);

    async Task<Result<long>> ICarryOverPosting.PostAsync(
        string mandate, CarryOverRequest request, DateOnly decidedOn, string note, CancellationToken cancel)
    {
        var decision = new CarryOverDecision
        {
            FromYear = request.FromYear,
            ToYear = request.ToYear,
            Stream = request.Stream,
            Amount = request.Amount,
            Date = decidedOn,
            Note = note,
        };
        var posted = await PostAsync(mandate, decision, Policies.ProposeAmendment, cancel);
        return posted.Succeeded ? posted.Value.Sequence : Result<long>.Failed(posted.Errors);
    }

    /// <summary>What is wrong with the fields, without the money that is there.</summary>
    internal static List<Error> Check(MandateTerms terms, CarryOverDecision decision) =>
    [
        .. MoneyPosting.Check(decision),
        .. MoneyPosting.DecisionDate(terms, decision.Date),
        .. MoneyPosting.Year(terms, decision.FromYear, "Year"),
        .. MoneyPosting.Year(terms, decision.ToYear, "ToYear"),
        .. MoneyPosting.Stream(terms, decision.Stream),
    ];

    private Task<Result<JournalEntry>> PostAsync(string mandate, CarryOverDecision decision, string policy, CancellationToken cancel) =>
        posting.PostAsync(mandate, books =>
        {
            var errors = Check(books.Terms, decision);
            return errors.Count > 0 ? errors : MoneyPosting.Entry(
                books.Terms, decision, Kinds.CarryOver, decision.FromYear, decision.Stream,
                MoneyPosting.LatvianTitle("TitleCarryOver", Ordinals.Roman(decision.FromYear), Ordinals.Roman(decision.ToYear))) with
            {
                ToYear = decision.ToYear,
            };
        }, cancel, policy);
}
