using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;

namespace Talka.Demo;

/// <summary>
/// Takes the sample mandate out of sight and its accounts away. Its entries stay in the journal, which never loses any;
/// whoever wants a journal without them starts with an empty data folder.
/// </summary>
public sealed class RemoveDemo(TalkaDb db)
{
    /// <returns>What was done, in the reader's language.</returns>
    public async Task<Result<string>> RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var hidden = await db.Mandates().Where(mandate => mandate.Slug == SampleMandate.Slug)
            .ExecuteUpdateAsync(set => set.SetProperty(mandate => mandate.Hidden, true).SetProperty(mandate => mandate.AuthorityId, (Guid?)null), cancel);
        await db.Authorities().Where(authority => authority.Name == DemoPeople.Authority).ExecuteDeleteAsync(cancel);
        await db.Set<SummaryText>().Where(text => text.Mandate == SampleMandate.Slug).ExecuteDeleteAsync(cancel);
        var people = await db.People().Where(person => person.IsDemo).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return hidden + people == 0 ? Texts.T("NothingToRemove") : Texts.T("Removed");
    }
}
