using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using TuneSearch.Core.Workloads.Schedules;

namespace TuneSearch.Kafka.Load;

/// <summary>The connections of a profile beside those of its producers and consumers: a number of idle ones, and some closed and opened again.</summary>
/// <remarks>
/// Each asks for the broker's API versions, as a client's first request does, so that the broker serves it and not only the kernel.
/// Where the cluster wants TLS or SASL the request is left off: what is measured then is accepting and holding.
/// </remarks>
internal sealed class ConnectionKeeper(ProfilePlan plan, RunContext context) : IDisposable
{
    /// <summary>For connecting and the answer together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A broker that was silent so often is silent: hundreds of idle connections are not each waited for.</summary>
    private const int MostSilent = 3;

    private readonly Queue<Socket> _held = [];
    private readonly string[] _servers = context.Target.BootstrapServers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private int _opened;
    private int _silent;

    /// <summary>Connections opened so far, the held ones included.</summary>
    public int Opened => _opened;

    /// <summary>Connections that a broker refused, closed or left without an answer, and the idle ones that were given up after several such.</summary>
    public int Refused { get; private set; }

    /// <summary>Opens the idle connections.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.HeldConnections; i++)
        {
            if (_silent >= MostSilent)
            {
                Refused += plan.HeldConnections - i;
                return;
            }

            await OpenOneAsync(cancellationToken);
        }
    }

    /// <summary>Closes the oldest connection and opens another at each instant of the plan, until stopped.</summary>
    public async Task ChurnAsync(CancellationToken cancellationToken)
    {
        var instants = plan.Churn();
        var origin = context.Clock.Now;
        while (instants.Happens && !cancellationToken.IsCancellationRequested)
        {
            await Instant.WaitAsync(context.Clock, origin, instants.NextSeconds(), cancellationToken);
            await OpenOneAsync(cancellationToken);
            if (_held.Count > plan.HeldConnections)
            {
                _held.Dequeue().Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var socket in _held)
        {
            socket.Dispose();
        }

        _held.Clear();
    }

    private async Task OpenOneAsync(CancellationToken cancellationToken)
    {
        var server = _servers[_opened++ % _servers.Length];
        var colon = server.LastIndexOf(':');
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var late = new CancellationTokenSource(Patience, context.Clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(server[..colon].Trim('[', ']'), int.Parse(server[(colon + 1)..], CultureInfo.InvariantCulture), either.Token);
            if (IsPlain)
            {
                await AskVersionsAsync(socket, either.Token);
            }

            _held.Enqueue(socket);
        }
        catch (SocketException)
        {
            Refused++;
            socket.Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _silent++;
            Refused++;
            socket.Dispose();
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsPlain => !context.Target.Client.TryGetValue("security.protocol", out var protocol) || protocol.Equals("plaintext", StringComparison.OrdinalIgnoreCase);

    private async Task AskVersionsAsync(Socket socket, CancellationToken cancellationToken)
    {
        // ApiVersions version 0 (Kafka protocol guide): size, api key 18, version 0, correlation id, no client id; no body.
        var request = new byte[14];
        BinaryPrimitives.WriteInt32BigEndian(request, request.Length - sizeof(int));
        BinaryPrimitives.WriteInt16BigEndian(request.AsSpan(4), 18);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(8), _opened);
        BinaryPrimitives.WriteInt16BigEndian(request.AsSpan(12), -1);
        await socket.SendAsync(request, cancellationToken);
        if (await socket.ReceiveAsync(new byte[1024], cancellationToken) == 0)
        {
            throw new SocketException((int)SocketError.ConnectionReset);
        }
    }
}
