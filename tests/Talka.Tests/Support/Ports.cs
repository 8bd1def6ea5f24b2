using System.Net;
using System.Net.Sockets;

namespace Talka.Tests.Support;

/// <summary>Ports for programs that must be told theirs: below those that the system gives to whoever asks for any, so that none is taken between the asking and the listening.</summary>
public static class Ports
{
    private const int First = 12_000;
    private const int Count = 20_000;

    private static int _last = Random.Shared.Next(Count);

    public static int Next()
    {
        while (true)
        {
            var port = First + ((Interlocked.Increment(ref _last) & int.MaxValue) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // somebody has it
            }
        }
    }
}
