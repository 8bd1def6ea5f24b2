using System.Net;
using System.Net.Sockets;

namespace Talka.Foundation.Trail;

/// <summary>An address shortened to its network: enough to see that two acts came from different places, too little to point at a household.</summary>
public static class NetworkAddress
{
    private const int KeptOfV4 = 3;
    private const int KeptOfV6 = 6;

    /// <summary><c>192.0.2.0</c>, <c>2001:db8:1::</c>; null when there is no address.</summary>
    public static string? Of(IPAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(address.AddressFamily == AddressFamily.InterNetwork ? KeptOfV4 : KeptOfV6).Clear();
        return new IPAddress(bytes).ToString();
    }
}
