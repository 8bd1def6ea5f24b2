using Talka.Foundation.Results;

namespace Talka.Mandates.Amendments;

/// <summary>Changes the day and the reason of a proposal of one's own side; what it would change is changed in the forms that made it.</summary>
public sealed class ReviseProposal(AmendmentDesk desk, ProposalKeeping proposals)
{
    public Task<Result<Guid>> RunAsync(string slug, Guid id, int seen, DateOnly inForce, string? reason, CancellationToken cancel) =>
        desk.RunAsync(slug, async mandate =>
        {
            var open = await proposals.OwnAsync(mandate, id, seen, cancel);
            return open.Succeeded
                ? await proposals.ChangeAsync(mandate, open.Value, AmendmentAct.Changed, inForce, reason ?? "", () => { }, cancel)
                : Result<Guid>.Failed(open.Errors);
        }, cancel);
}

/// <summary>Takes a proposal of one's own side back.</summary>
public sealed class WithdrawProposal(AmendmentDesk desk, ProposalKeeping proposals)
{
    /// <param name="reason">May be left out: nobody has agreed to anything yet.</param>
    public Task<Result<Guid>> RunAsync(string slug, Guid id, int seen, string? reason, CancellationToken cancel) =>
        desk.RunAsync(slug, async mandate =>
        {
            var errors = string.IsNullOrWhiteSpace(reason) ? [] : AmendmentErrors.CheckReason(reason);
            var open = await proposals.OwnAsync(mandate, id, seen, cancel);
            if (!open.Succeeded || errors.Count > 0)
            {
                return Result<Guid>.Failed([.. open.Errors, .. errors]);
            }

            open.Value.State = AmendmentState.Withdrawn;
            return await proposals.NoteAsync(mandate, open.Value, AmendmentAct.Withdrawn, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), null, cancel);
        }, cancel);
}
