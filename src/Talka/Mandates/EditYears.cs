using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates;

/// <summary>Sets where the implementation years begin and end; only while nothing is recorded, for the journal keeps the year of each entry.</summary>
public sealed class EditYears(TalkaDb db, TermsChange change)
{
    /// <param name="note">The day and the reason, which a proposal must have.</param>
    public Task<Result<MandateTerms>> RunAsync(
        TermsTarget on, int? seen, IReadOnlyList<ImplementationYear> years, CancellationToken cancel, ProposalNote? note = null) =>
        change.ApplyAsync(on, seen, async terms =>
        {
            var recorded = await db.JournalEntries().LongCountAsync(e => e.Mandate == on.Slug, cancel);
            if (recorded > 0)
            {
                return MandateErrors.YearsRecorded(recorded);
            }

            return new TermsChange.Next(terms with { Years = years }, MandateChange.YearsSet, note?.InForce ?? terms.From, note?.Reason);
        }, cancel);
}
