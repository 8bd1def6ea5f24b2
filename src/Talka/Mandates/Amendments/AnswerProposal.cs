using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Mandates.Amendments;

/// <summary>The other side agrees to a proposal, or refuses it. What is agreed comes into force on its day: at once when that has come.</summary>
public sealed class AnswerProposal(AmendmentDesk desk, ProposalKeeping proposals, ApplyAmendment apply, TimeProvider clock)
{
    /// <param name="seen">The version that the person read and answers to.</param>
    /// <param name="reason">Must be there for a refusal.</param>
    public Task<Result<Guid>> RunAsync(string slug, Guid id, int seen, bool agree, string? reason, CancellationToken cancel) =>
        desk.RunAsync(slug, async mandate =>
        {
            var errors = agree && string.IsNullOrWhiteSpace(reason) ? [] : AmendmentErrors.CheckReason(reason);
            if (errors.Count > 0)
            {
                return errors;
            }

            var found = await proposals.FindAsync(mandate, id, seen, cancel);
            if (!found.Succeeded)
            {
                return Result<Guid>.Failed(found.Errors);
            }

            // Somebody who speaks for both sides cannot agree with themselves
            var amendment = found.Value;
            var sides = await proposals.SidesAsync(slug, cancel);
            if (sides.Count != 1 || sides[0] == amendment.Side)
            {
                return AmendmentErrors.OwnSide();
            }

            if (agree && amendment.BaseVersion != mandate.Version)
            {
                return AmendmentErrors.Stale();
            }

            amendment.State = agree ? AmendmentState.Agreed : AmendmentState.Refused;
            var noted = await proposals.NoteAsync(
                mandate, amendment, agree ? AmendmentAct.Agreed : AmendmentAct.Refused, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), null, cancel);
            return noted.Succeeded && agree && amendment.InForce <= clock.Today() ? await apply.RunAsync(mandate, amendment, cancel) : noted;
        }, cancel);
}
