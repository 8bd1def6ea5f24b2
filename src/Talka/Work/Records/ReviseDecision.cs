using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Work.Records;

/// <summary>The supervisor changes the amount that was found not eligible, or takes the decision back; the journal's history keeps both.</summary>
public sealed class ReviseDecision(TalkaDb db, MandateAccess access, CorrectEntry correct, VoidEntry voids)
{
    /// <param name="amount">Null to take the decision back.</param>
    public async Task<Result<JournalEntry>> RunAsync(string mandate, long sequence, Money? amount, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        if (await EntryVersion.FindAsync(db, mandate, sequence, cancel) is not { IsCorrectable: true, Content: { Kind: Kinds.Ineligible } content })
        {
            return RecordErrors.NotFound(sequence);
        }

        if (amount is not { } changed)
        {
            return await voids.RunAsync(mandate, sequence, reason, cancel);
        }

        var form = EntryForm.Of(content);
        (form.Amount, form.Reason) = (changed.ToString(), reason);
        return await correct.RunAsync(mandate, sequence, form, content.Files, cancel);
    }
}
