using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Ports of 127.0.0.1 that nobody listens on.</summary>
internal static class FreePorts
{
    /// <summary>All are held until all are found, so that they differ. Another process may take one before it is used; its start then fails as a fault.</summary>
    public static ImmutableArray<int> Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(l => l.Start());
            return [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(l => l.Stop());
        }
    }
}
