using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates;

/// <summary>Sets where the implementation years begin and end; only while nothing is recorded, for the journal keeps the year of each entry.</summary>
public sealed class EditYears(TalkaDb db, TermsChange change)
{
    public Task<Result<MandateTerms>> RunAsync(string slug, int? seen, IReadOnlyList<ImplementationYear> years, CancellationToken cancel) =>
        change.ApplyAsync(slug, seen, async terms =>
        {
            var recorded = await db.JournalEntries().LongCountAsync(e => e.Mandate == slug, cancel);
            if (recorded > 0)
            {
                return MandateErrors.YearsRecorded(recorded);
            }

            return new TermsChange.Next(terms with { Years = years }, MandateChange.YearsSet, terms.From, null);
        }, cancel);
}
