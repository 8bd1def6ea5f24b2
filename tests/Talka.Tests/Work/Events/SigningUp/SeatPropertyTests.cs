using System.Collections.Concurrent;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>Many clients at once do at random what people do; whatever the order, places and people have to agree afterwards.</summary>
public sealed class SeatPropertyTests
{
    private const int Clients = 16;

    public static TheoryData<int, int?, bool, bool, bool> Cases => new()
    {
        { 1, null, false, false, false }, { 2, 4, false, false, false }, { 3, null, true, false, false }, { 4, 4, true, true, false }, { 5, null, false, true, false },
        { 6, null, false, false, true }, { 7, 4, true, true, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Clients_ManyAtOnceAtRandom_NeverOversellLoseDoubleOrPass(int seed, int? offerHours, bool byMail, bool quotas, bool mixed)
    {
        var clock = new MovableClock();
        var (site, e) = await Signing.StartAsync(
            new SampleEvent
            {
                SeatsOnSite = 20,
                SeatsOnline = 6,
                OfferHours = offerHours,
                Confirmation = byMail ? Confirmation.ByMail : Confirmation.AtOnce,
                Quotas = quotas ? new Dictionary<string, int> { ["Jaunieši"] = 5, ["Seniori"] = 4 } : new Dictionary<string, int>(),
            },
            clock);
        await using (site)
        {
            var known = new ConcurrentDictionary<Guid, string>();
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => PlayAsync(site, e, clock, known, client, new Random((seed * 1000) + client), quotas, mixed))));

            await site.LapseAsync();
            await site.AssertSeatsAddUpAsync(e.Id, inOrder: !mixed); // whoever is promoted by hand passes others
            var people = await site.RegistrationsAsync();
            Assert.All(known.Keys, id => Assert.Contains(people, r => r.Id == id));
            var active = people.FindAll(r => r.State is not (RegistrationState.Cancelled or RegistrationState.Lapsed));
            Assert.Equal(active.Count, active.Select(r => r.PersonKey).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rush_OfParties_FillsEverySeatInTheOrderOfAcceptance(bool quotas)
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent
        {
            SeatsOnSite = 50,
            Quotas = quotas ? new Dictionary<string, int> { ["Jaunieši"] = 10 } : new Dictionary<string, int>(),
        });
        await using (site)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => site.SignUpAsync(e.Person($"P{i}") with
            {
                TargetGroup = quotas ? (i % 4 == 0 ? "Jaunieši" : SignUp.NoGroup) : null,
            }))));

            Assert.All(outcomes, outcome => Assert.Empty(outcome.Errors));
            var people = await site.RegistrationsAsync();
            Assert.Equal(120, people.Count);
            Assert.Equal(Enumerable.Range(1, 120).Select(n => (long)n), people.Select(r => r.Number));
            Assert.Equal(50, people.Count(r => r.State == RegistrationState.Confirmed));
            if (quotas)
            {
                Assert.Equal(10, people.Count(r => r is { State: RegistrationState.Confirmed, TargetGroup: not null }));
            }
            else
            {
                Assert.All(people.Take(50), r => Assert.Equal(RegistrationState.Confirmed, r.State));
            }

            await site.AssertSeatsAddUpAsync(e.Id);
        }
    }

    private static async Task PlayAsync(
        TestSite site, Event e, MovableClock clock, ConcurrentDictionary<Guid, string> known, int client, Random random, bool quotas, bool mixed)
    {
        var mine = new List<Guid>();
        for (var step = 0; step < 14; step++)
        {
            var one = mine.Count > 0 ? mine[random.Next(mine.Count)] : Guid.Empty;
            switch (random.Next(mine.Count == 0 ? 1 : mixed ? 13 : 10))
            {
                case <= 4:
                    // Every third shares a name with another client, and so the address
                    var name = random.Next(3) == 0 ? $"Shared{random.Next(20)}" : $"C{client}x{step}";
                    var signUp = e.Person(name, random.Next(4) == 0 ? EventMode.Online : EventMode.OnSite) with
                    {
                        RequestKey = $"{client}-{step}",
                        Others = random.Next(4) == 0 ? [$"{name} draugs", $"{name} draudzene"] : [],
                        TargetGroup = quotas ? new[] { "Jaunieši", "Seniori", SignUp.NoGroup }[random.Next(3)] : null,
                    };
                    var twice = await Task.WhenAll(Enumerable.Range(0, random.Next(3) == 0 ? 2 : 1).Select(_ => Task.Run(() => site.SignUpAsync(signUp))));
                    Assert.All(twice, outcome => Assert.Empty(outcome.Errors));
                    Assert.InRange(twice.Count(outcome => !outcome.Value.WasThere), 0, name.StartsWith('S') ? 2 : 1); // somebody else may give a shared place back in between
                    mine.Add(twice[0].Value.Registration);
                    known[twice[0].Value.Registration] = name;
                    break;
                case 5:
                    Assert.Empty((await site.CancelAsync(one)).Errors);
                    break;
                case 6:
                    await site.ConfirmAsync(one);
                    break;
                case 7:
                    await site.AcceptAsync(one);
                    break;
                case 8:
                    await site.SwitchAsync(one, random.Next(2) == 0 ? EventMode.Online : EventMode.OnSite);
                    break;
                case 10:
                    await site.PromoteAsync(e, await AnyOfPartyAsync(site, one, random));
                    break;
                case 11:
                    await site.SwitchAsync(await AnyOfPartyAsync(site, one, random), random.Next(2) == 0 ? EventMode.Online : EventMode.OnSite);
                    break;
                case 12:
                    Assert.Empty((await site.CancelAsync(await AnyOfPartyAsync(site, one, random))).Errors);
                    break;
                default:
                    clock.Advance(TimeSpan.FromHours(1)); // holds run out meanwhile
                    await site.LapseAsync();
                    break;
            }
        }
    }

    // Whoever came along has a place or turn of their own, and so a party comes to be in several states
    private static async Task<Guid> AnyOfPartyAsync(TestSite site, Guid leader, Random random)
    {
        var party = (await site.RegistrationsAsync()).FindAll(r => r.PartyId == leader);
        return party.Count == 0 ? leader : party[random.Next(party.Count)].Id;
    }
}
