using System.Net;
using Talka.Foundation.Hosting;

namespace Talka.Tests.Foundation.Hosting;

public sealed class RateLimitsTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Sender_OfTwoAddresses_IsTheSameWhereOneHolderHasBoth(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.Sender(IPAddress.Parse(one)) == RateLimits.Sender(IPAddress.Parse(other)));

    [Fact]
    public void Sender_WithoutAnAddress_IsOneOfAll() => Assert.Equal("unknown", RateLimits.Sender(null));
}
