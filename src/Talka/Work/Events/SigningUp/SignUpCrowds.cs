using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>One of those who want a place of an event at the same moment.</summary>
internal sealed record Applicant(SignUp SignUp, CleanSignUp Clean, EventFacts Event, EventMode Mode, Guid? Organisation);

/// <param name="IsServed">Otherwise they are to try by themselves.</param>
/// <param name="Result">Null when they are there already.</param>
internal readonly record struct CrowdOutcome(bool IsServed, Result<SignedUp>? Result);

/// <summary>
/// Lets those who want a place of one event at the same moment have it in one transaction: a commit takes longer than a place. Whoever comes first leads and serves
/// all who have come until it is their turn, in that order; who comes later leads the next. Alone, everybody leads only themselves. Of this process: other nodes have theirs.
/// </summary>
public sealed class SignUpCrowds
{
    private const int MostAtOnce = 50;

    private readonly Lock _lock = new();

    // Of an event that has none nobody leads
    private readonly Dictionary<Guid, Queue<Member>> _crowds = [];

    /// <param name="serve">
    /// Called with what takes those who have come, the leader first, and gives an outcome for each. What it throws is the leader's; the others then try by themselves.
    /// </param>
    internal async Task<CrowdOutcome> JoinAsync(Guid eventId, Applicant applicant, Func<Func<IReadOnlyList<Applicant>>, Task<IReadOnlyList<CrowdOutcome>>> serve)
    {
        var own = new Member(applicant);
        if (!Enter(eventId, own) && await own.Served.Task is { } served)
        {
            return served;
        }

        List<Member> crowd = [];
        try
        {
            var outcomes = await serve(() => (crowd = Take(eventId)).ConvertAll(member => member.Applicant));
            foreach (var (member, outcome) in crowd.Zip(outcomes).Skip(1))
            {
                member.Served.SetResult(outcome);
            }

            return outcomes[0];
        }
        catch
        {
            foreach (var member in crowd.Skip(1))
            {
                member.Served.SetResult(default(CrowdOutcome));
            }

            throw;
        }
        finally
        {
            Next(eventId, hasLeft: crowd.Count > 0)?.Served.SetResult(null);
        }
    }

    /// <returns>Whether there was nobody else.</returns>
    private bool Enter(Guid eventId, Member member)
    {
        lock (_lock)
        {
            var leads = !_crowds.TryGetValue(eventId, out var crowd);
            (leads ? _crowds[eventId] = new() : crowd!).Enqueue(member);
            return leads;
        }
    }

    private List<Member> Take(Guid eventId)
    {
        lock (_lock)
        {
            var (crowd, taken) = (_crowds[eventId], new List<Member>());
            while (taken.Count < MostAtOnce && crowd.TryDequeue(out var member))
            {
                taken.Add(member);
            }

            return taken;
        }
    }

    // Who leads after the leader; null when nobody has come.
    private Member? Next(Guid eventId, bool hasLeft)
    {
        lock (_lock)
        {
            var crowd = _crowds[eventId];
            _ = hasLeft ? null : crowd.Dequeue();
            if (crowd.TryPeek(out var next))
            {
                return next;
            }

            _crowds.Remove(eventId);
            return null;
        }
    }

    private sealed class Member(Applicant applicant)
    {
        public Applicant Applicant => applicant;

        /// <summary>Gives their outcome, or null when they are to lead.</summary>
        public TaskCompletionSource<CrowdOutcome?> Served { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
