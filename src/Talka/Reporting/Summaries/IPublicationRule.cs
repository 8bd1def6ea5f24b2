using Talka.Foundation.Results;

namespace Talka.Reporting.Summaries;

/// <summary>What others have to say about a publication: they stand above Reporting, which does not know them.</summary>
public interface IPublicationRule
{
    /// <returns>Why a summary by this template may not be published now; null when it may.</returns>
    Task<Error?> RefuseAsync(string slug, string template, CancellationToken cancel);

    /// <summary>A version is being published: what belongs to it is done in the same transaction.</summary>
    Task PublishedAsync(SummaryVersion version, CancellationToken cancel);
}
