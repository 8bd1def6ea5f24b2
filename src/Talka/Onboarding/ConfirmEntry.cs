using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Work.Records;

namespace Talka.Onboarding;

/// <summary>Records one proposed entry, as proposed or as a person changed it.</summary>
public sealed class ConfirmEntry(OnboardingWork work, RecordEntry record)
{
    public Task<Result<Proposal>> RunAsync(Guid draft, int number, EntryForm form, IReadOnlyList<EntryFile> files, CancellationToken cancel) =>
        work.OnAsync<Proposal>(draft, async found =>
        {
            var proposal = found.Read();
            var entry = proposal.OpenEntry(found, number);
            if (!entry.Succeeded)
            {
                return Result<Proposal>.Failed(entry.Errors);
            }

            var recorded = await record.RunAsync(found.Mandate!, form, files, cancel);
            if (!recorded.Succeeded)
            {
                return Result<Proposal>.Failed(recorded.Errors);
            }

            proposal = proposal.With(entry.Value with { Decision = Decision.Confirmed, Sequence = recorded.Value.Sequence });
            found.Write(proposal);
            return proposal;
        }, cancel);
}

/// <summary>Leaves a proposed entry out, or takes it up again.</summary>
public sealed class SkipEntry(OnboardingWork work)
{
    public Task<Result<Proposal>> RunAsync(Guid draft, int number, bool skip, CancellationToken cancel) => work.OnAsync<Proposal>(draft, found =>
    {
        var proposal = found.Read();
        if (proposal.Entries.FirstOrDefault(entry => entry.Number == number) is not { } entry)
        {
            return Task.FromResult<Result<Proposal>>(OnboardingErrors.EntryNotFound(number));
        }

        if (entry.Decision == Decision.Confirmed)
        {
            return Task.FromResult<Result<Proposal>>(OnboardingErrors.EntryDecided(number));
        }

        proposal = proposal.With(entry with { Decision = skip ? Decision.Skipped : Decision.Open });
        found.Write(proposal);
        return Task.FromResult<Result<Proposal>>(proposal);
    }, cancel);
}

/// <summary>Records every open entry that is certain. What the journal refuses stays open.</summary>
public sealed class ConfirmCertain(OnboardingWork work, RecordEntry record)
{
    /// <returns>The numbers of those that were recorded.</returns>
    public Task<Result<IReadOnlyList<int>>> RunAsync(Guid draft, CancellationToken cancel) => work.OnAsync<IReadOnlyList<int>>(draft, async found =>
    {
        if (found.Mandate is not { } mandate)
        {
            return OnboardingErrors.ContractOpen();
        }

        var proposal = found.Read();
        var recorded = new Dictionary<int, long>();
        foreach (var entry in proposal.Entries.Where(entry => entry is { Decision: Decision.Open, IsCertain: true }))
        {
            if (await record.RunAsync(mandate, entry.FormIn(proposal), [], cancel) is { Succeeded: true } done)
            {
                recorded[entry.Number] = done.Value.Sequence;
            }
        }

        found.Write(proposal with
        {
            Entries = [.. proposal.Entries.Select(entry => recorded.TryGetValue(entry.Number, out var sequence)
                ? entry with { Decision = Decision.Confirmed, Sequence = sequence }
                : entry)],
        });
        return recorded.Keys.ToList();
    }, cancel);
}
