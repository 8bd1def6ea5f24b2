using CsCheck;
using Talka.Work.Events.After.Closing;

namespace Talka.Tests.Work.Events.After;

/// <summary>Random people, registered more than once, on site, online or both, against the plainest way to count them.</summary>
public sealed class AttendanceCountTests
{
    private static readonly Guid[] Directory = [.. Enumerable.Range(1, 3).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<Attendee> Anybody = Gen.Select(
        Gen.Int[0, 12], Gen.Bool, Gen.Int[-20, 90], Gen.Int[0, 3], Gen.Int[0, 6],
        (who, came, minutes, group, organisation) => new Attendee(
            $"cilvēks-{who}", came, minutes < 0 ? null : minutes, group == 0 ? null : $"grupa {group}",
            organisation is 1 or 2 or 3 ? Directory[organisation - 1] : null, organisation == 4 ? "Biedrība Ābele" : organisation == 5 ? "biedrība ābele " : null));

    [Fact]
    public void Count_OfAnybody_IsThatOfThePlainModel() => Gen.Select(Anybody.List[0, 40], Gen.Int[1, 80]).Sample((attendees, threshold) =>
    {
        var count = AttendanceCount.Of(attendees, threshold);

        bool CameIn(string who) => attendees.Any(a => a.PersonKey == who && a.CameIn);
        int Minutes(string who) => attendees.Where(a => a.PersonKey == who).Sum(a => a.Minutes ?? 0);
        var people = attendees.Select(a => a.PersonKey).Distinct().ToList();
        var present = people.Where(who => CameIn(who) || Minutes(who) >= threshold).ToList();
        Assert.Equal(people.Count(CameIn), count.OnSite);
        Assert.Equal(people.Count(who => !CameIn(who) && Minutes(who) >= threshold), count.Online);
        Assert.Equal(people.Count(who => CameIn(who) && Minutes(who) >= threshold), count.Both);
        Assert.Equal(count.People, count.Groups.Sum(group => group.OnSite + group.Online));
        Assert.Equal(count.OnSite, count.Groups.Sum(group => group.OnSite));
        var organisations = attendees.Where(a => present.Contains(a.PersonKey))
            .Select(a => a.Organisation?.ToString() ?? (a.OrganisationName is null ? null : "ābele")).OfType<string>().Distinct();
        Assert.Equal(organisations.Count(), count.Organisations);
    });

    [Fact]
    public void Count_InWhateverOrder_IsTheSameButForTheGroup() => Gen.Select(Anybody.List[0, 30], Gen.Int[0, 1000]).Sample((attendees, seed) =>
    {
        var shuffled = attendees.OrderBy(_ => new Random(seed).Next()).Reverse().ToList();
        var (one, other) = (AttendanceCount.Of(attendees, 30), AttendanceCount.Of(shuffled, 30));
        Assert.Equal((one.OnSite, one.Online, one.Both, one.Organisations), (other.OnSite, other.Online, other.Both, other.Organisations));
    });
}
