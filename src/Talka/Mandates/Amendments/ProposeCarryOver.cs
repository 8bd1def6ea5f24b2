using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates.Amendments;

/// <summary>Asks the other side to let what a year leaves over be used in a later one; alone, or as a part of a proposal that is open.</summary>
public sealed class ProposeCarryOver(TalkaDb db, AmendmentDesk desk, ProposalKeeping proposals)
{
    /// <param name="seen">The version of the proposal that the person saw.</param>
    public Task<Result<Guid>> RunAsync(
        TermsTarget on, int? seen, CarryOverRequest request, DateOnly inForce, string? reason, CancellationToken cancel) =>
        desk.RunAsync(on.Slug, async mandate =>
        {
            var found = await proposals.OpenAsync(mandate, on.Proposal, seen, cancel);
            if (!found.Succeeded)
            {
                return Result<Guid>.Failed(found.Errors);
            }

            var open = found.Value;

            var errors = await db.CheckCarryOverAsync(open?.Terms ?? mandate.Terms, request, cancel);
            if (errors.Count > 0)
            {
                return errors;
            }

            return open is null
                ? await proposals.AddAsync(mandate, mandate.Terms, request, inForce, reason ?? "", cancel)
                : await proposals.ChangeAsync(mandate, open, AmendmentAct.Changed, inForce, reason ?? "", () => open.CarryOver = request, cancel);
        }, cancel);
}

internal static class CarryOverCheck
{
    /// <summary>Whether the year would have that much to give, by the contract and by what is recorded.</summary>
    public static async Task<List<Error>> CheckCarryOverAsync(this TalkaDb db, MandateTerms terms, CarryOverRequest request, CancellationToken cancel)
    {
        var errors = new List<Error>();
        if (request.Amount <= Money.Zero || request.Amount > TermsRules.MostMoney)
        {
            errors.Add(MandateErrors.AmountOutOfRange(request.Amount, "Amount"));
        }

        if (terms.Streams.All(s => s.Code != request.Stream))
        {
            errors.Add(MandateErrors.Missing("Stream"));
        }

        if (request.ToYear <= request.FromYear || terms.Years.Count(y => y.Ordinal == request.FromYear || y.Ordinal == request.ToYear) != 2)
        {
            errors.Add(AmendmentErrors.CarryOverWrong());
        }

        if (errors.Count == 0)
        {
            var movements = await db.MoneyMovementsAsync(terms.Slug, cancel);
            errors.AddRange(terms.CheckMoney([.. movements, new MoneyMovement(0, Kinds.CarryOver, request.FromYear, request.Stream, request.Amount, request.ToYear, null)]));
        }

        return errors;
    }
}
