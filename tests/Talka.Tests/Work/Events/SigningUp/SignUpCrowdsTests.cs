using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>Who leads, who is served with whom, and what becomes of the others when a leader fails.</summary>
public sealed class SignUpCrowdsTests
{
    private const int People = 120;

    private readonly SignUpCrowds _crowds = new();
    private readonly Guid _event = Guid.NewGuid();
    private readonly List<IReadOnlyList<Applicant>> _served = [];

    [Fact]
    public async Task Crowd_ThatWaits_IsServedTogetherInItsOrder()
    {
        var turn = new TaskCompletionSource();
        var people = Enumerable.Range(0, People).Select(_ => Person()).ToList();
        var outcomes = people.ConvertAll(one => _crowds.JoinAsync(_event, one, take => ServeAsync(take, turn.Task)));
        turn.SetResult();

        Assert.All(await Task.WhenAll(outcomes), outcome => Assert.True(outcome.IsServed));
        Assert.Equal(people, _served.SelectMany(crowd => crowd), ReferenceEqualityComparer.Instance);
        Assert.Equal(3, _served.Count); // at most fifty at once
    }

    [Fact]
    public async Task Person_WhoComesAlone_IsServedAlone()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await _crowds.JoinAsync(_event, Person(), take => ServeAsync(take, Task.CompletedTask))).IsServed);
        }

        Assert.All(_served, crowd => Assert.Single(crowd));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leader_WhoFails_KeepsNobodyFromAPlace(bool afterTaking)
    {
        var turn = new TaskCompletionSource();
        var leader = _crowds.JoinAsync(_event, Person(), async take =>
        {
            await turn.Task;
            _ = afterTaking ? take() : [];
            throw new InvalidOperationException();
        });
        var others = Enumerable.Range(0, 5).Select(_ => _crowds.JoinAsync(_event, Person(), take => ServeAsync(take, Task.CompletedTask))).ToList();
        turn.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => leader);
        Assert.All(await Task.WhenAll(others), outcome => Assert.Equal(!afterTaking, outcome.IsServed));
        Assert.True((await _crowds.JoinAsync(_event, Person(), take => ServeAsync(take, Task.CompletedTask))).IsServed);
    }

    private static Applicant Person() => new(null!, null!, null!, default, null);

    private async Task<IReadOnlyList<CrowdOutcome>> ServeAsync(Func<IReadOnlyList<Applicant>> take, Task turn)
    {
        await turn;
        var crowd = take();
        _served.Add(crowd);
        return [.. crowd.Select(_ => new CrowdOutcome(IsServed: true, Result: null))];
    }
}
