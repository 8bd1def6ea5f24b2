using Talka.Foundation.Results;

namespace Talka.Onboarding;

/// <summary>Takes or declines likely corrections. What was confirmed already stays as it was confirmed.</summary>
public sealed class DecideCorrections(OnboardingWork work)
{
    /// <param name="accepted">Numbers of the corrections that hold; all others do not.</param>
    public Task<Result<Proposal>> RunAsync(Guid draft, IReadOnlyCollection<int> accepted, CancellationToken cancel) => work.OnAsync<Proposal>(draft, found =>
    {
        var proposal = found.Read();
        proposal = proposal with { Corrections = [.. proposal.Corrections.Select(known => known with { Accepted = accepted.Contains(known.Number) })] };
        found.Write(proposal);
        return Task.FromResult<Result<Proposal>>(proposal);
    }, cancel);
}
