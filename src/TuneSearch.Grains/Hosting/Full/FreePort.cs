using System.Net;
using System.Net.Sockets;

namespace TuneSearch.Grains.Hosting;

/// <summary>Orleans refuses port 0, so a free one is found before it listens.</summary>
internal static class FreePort
{
    /// <summary>The port, or for 0 one that nobody listened on a moment ago.</summary>
    public static int Or(int port)
    {
        if (port != 0)
        {
            return port;
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
