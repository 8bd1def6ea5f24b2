using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Mandates.Amendments;

/// <summary>Puts a stale proposal of one's own side onto the terms as they are now: what it changes stays, what others changed since stays as well.</summary>
public sealed class RenewProposal(TalkaDb db, AmendmentDesk desk, ProposalKeeping proposals, TermsChange terms)
{
    public Task<Result<Guid>> RunAsync(string slug, Guid id, int seen, CancellationToken cancel) =>
        desk.RunAsync(slug, async mandate =>
        {
            var open = await proposals.OwnAsync(mandate, id, seen, cancel);
            if (!open.Succeeded)
            {
                return Result<Guid>.Failed(open.Errors);
            }

            var amendment = open.Value;
            if (amendment.BaseVersion == mandate.Version)
            {
                return AmendmentErrors.NotStale();
            }

            var merged = (await MergeAsync(db, amendment, mandate, cancel)).Terms;
            if (amendment.CarryOver is null && TermsJson.Write(merged) == TermsJson.Write(mandate.Terms))
            {
                return MandateErrors.NothingChanged();
            }

            var errors = await terms.CheckAsync(mandate.Terms, merged, cancel);
            if (errors.Count == 0 && amendment.CarryOver is { } carryOver)
            {
                errors.AddRange(await db.CheckCarryOverAsync(merged, carryOver, cancel));
            }

            return errors.Count > 0 ? errors : await proposals.ChangeAsync(
                mandate, amendment, AmendmentAct.Renewed, amendment.InForce, amendment.Reason, () => (amendment.Terms, amendment.BaseVersion) = (merged, mandate.Version), cancel);
        }, cancel);

    internal static async Task<(MandateTerms Terms, bool Overlaps)> MergeAsync(TalkaDb db, Amendment amendment, Mandate mandate, CancellationToken cancel)
    {
        var from = await db.MandateVersions().Where(v => v.MandateId == mandate.Id && v.Number == amendment.BaseVersion).Select(v => v.Terms).SingleAsync(cancel);
        return TermsMerge.Onto(mandate.Terms, from, amendment.Terms);
    }
}
