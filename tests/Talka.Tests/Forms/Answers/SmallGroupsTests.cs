using CsCheck;
using Talka.Forms.Answers;

namespace Talka.Tests.Forms.Answers;

public sealed class SmallGroupsTests
{
    [Theory]
    [InlineData("8 9", "8 9")]
    [InlineData("8 2", "- -")]
    [InlineData("8 2 3", "8 - -")]
    [InlineData("9 8 2 2", "9 - - -")]
    [InlineData("9 8 2 2 0", "9 - - - 0")]
    [InlineData("20 0 0", "20 0 0")]
    [InlineData("1 0", "- 0")]
    public void OfOne_Counts_HidesTheSmallAndWhatWouldTellThem(string counts, string told) =>
        Assert.Equal(told, string.Join(' ', SmallGroups.OfOne([.. counts.Split(' ').Select(long.Parse)]).Select(count => count?.ToString() ?? "-")));

    [Fact]
    public void OfOne_AnyCountsOfFiveOrMore_LetNobodyReckonASmallGroup() => Gen.Long[0, 12].Array[1, 8].Where(counts => counts.Sum() >= SmallGroups.Least).Sample(counts =>
    {
        var told = SmallGroups.OfOne(counts);
        Assert.DoesNotContain(told, count => count is > 0 and < SmallGroups.Least);
        Assert.False(SmallGroups.IsSmall(counts.Sum() - told.Sum(count => count ?? 0)));
    });

    [Theory]
    [InlineData("10 8 5 3 0", 12, "- - 5 - 0")]
    [InlineData("12 7", 12, "12 7")]
    public void OfAny_Counts_HidesThoseWhoDidAndThoseWhoDidNot(string counts, long answers, string told) =>
        Assert.Equal(told, string.Join(' ', SmallGroups.OfAny([.. counts.Split(' ').Select(long.Parse)], answers).Select(count => count?.ToString() ?? "-")));
}
