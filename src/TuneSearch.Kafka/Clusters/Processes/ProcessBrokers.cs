using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Planning;
using TuneSearch.Kafka.Clusters.Admin;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>Brokers of this machine, as the plan executor handles them.</summary>
/// <param name="searched">Settings that the job's space has.</param>
/// <param name="pools">The rules of thread pools.</param>
internal sealed class ProcessBrokers(
    BrokerLauncher launcher, ImmutableArray<BrokerLayout> layout, ProcessClusterSpec spec, KernelSettings kernel, IReadOnlySet<string> searched, ImmutableArray<SettingRule> pools, TimeProvider clock)
    : IClusterControl, IAsyncDisposable
{
    /// <summary>Characters of a dead broker's output; its reason stands at the end.</summary>
    private const int MostOutput = 64 * 1024;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, ServerProcess> _running = new(StringComparer.Ordinal);
    private BrokerAdmin? _admin;

    /// <summary>The start settings each broker runs or ran with, and the dynamic ones it was last seen with.</summary>
    private ClusterState _known = ClusterState.Empty;

    public ClusterState Known => _known;

    public BrokerAdmin Admin => _admin ??= BrokerAdmin.Connect(BootstrapServers, [], RequestTimeout);

    public string BootstrapServers => string.Join(',', layout.Select(b => b.Address));

    /// <summary>The processes that serve now, by broker.</summary>
    public ImmutableSortedDictionary<string, int> Pids =>
        _running.Where(r => !r.Value.HasExited).ToImmutableSortedDictionary(r => r.Key, r => r.Value.Id, StringComparer.Ordinal);

    public IEnumerable<string> Stopped => layout.Select(b => b.Name).Where(b => !IsRunning(b));

    /// <summary>Starts the brokers that do not run, together, with these changes to their start settings.</summary>
    public async Task StartStoppedAsync(IEnumerable<SettingEdit> startEdits, CancellationToken cancellationToken)
    {
        var stopped = Stopped.ToList();
        _known = _known.With(startEdits.Where(e => e.Id.Place.NeedsRestart && stopped.Contains(e.Id.Place.Entity)));
        await launcher.EnsureEnsembleAsync(cancellationToken);
        stopped.ForEach(Launch);
        foreach (var broker in stopped)
        {
            await AwaitReadyAsync(broker, cancellationToken);
            await new PoolRecall(Admin, pools, clock).RecallAsync(broker, cancellationToken);
        }
    }

    /// <summary>Throws where a broker has died: <see cref="BrokerDiedException"/> of its configuration, else <see cref="ClusterFaultException"/>.</summary>
    public void ThrowIfDead()
    {
        foreach (var (broker, process) in _running.Where(r => r.Value.HasExited))
        {
            throw DeathOf(broker, process);
        }
    }

    /// <summary>Why a broker is dead: of its configuration, or of something else; null where none is.</summary>
    public TrialOutcome? Death
    {
        get
        {
            try
            {
                ThrowIfDead();
                return null;
            }
            catch (BrokerDiedException death)
            {
                return new Infeasible(death.Message);
            }
            catch (ClusterFaultException death)
            {
                return new Faulted(death.Message);
            }
        }
    }

    /// <summary>Ends when the first broker does.</summary>
    /// <exception cref="OperationCanceledException">None did until then.</exception>
    public async Task AwaitDeathAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(_running.Values.Select(process => process.WaitForExitAsync(cancellationToken)));

    /// <summary>What each dead broker wrote last.</summary>
    public IEnumerable<KeyValuePair<string, string>> OutputOfDead =>
        _running.Where(r => r.Value.HasExited).Select(r => KeyValuePair.Create(r.Key, r.Value.Output is { Length: > MostOutput } text ? text[^MostOutput..] : r.Value.Output));

    /// <summary>
    /// Throws everything away, so that the next start is the first. A dynamic value that a broker dies of is kept by the cluster, and
    /// nobody can take it back from a cluster that does not run.
    /// </summary>
    public async Task ResetAsync()
    {
        foreach (var process in _running.Values)
        {
            await process.KillAsync();
            process.Dispose();
        }

        _running.Clear();
        await launcher.ResetAsync();
        foreach (var broker in layout.Where(b => Directory.Exists(b.Folder)))
        {
            Directory.Delete(broker.Folder, recursive: true);
        }

        _known = ClusterState.Empty;
    }

    public async Task<ClusterState> ReadAsync(CancellationToken cancellationToken)
    {
        var alive = layout.Select(b => b.Name).Where(IsRunning).ToList();
        var seen = await Admin.ReadAsync(alive, cancellationToken);
        var remembered = _known.Values.Where(v => v.Key.Place.Kind == PlaceKind.Jvm || !alive.Contains(v.Key.Place.Entity));
        seen = seen.With(remembered.Select(v => new SettingEdit(v.Key, v.Value)));
        _known = seen;
        return kernel.Read(seen, searched);
    }

    public Task ValidateAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) =>
        Admin.AlterAsync(edits, validateOnly: true, cancellationToken);

    public Task AlterAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) =>
        Admin.AlterAsync(edits, validateOnly: false, cancellationToken);

    public async Task RestartAsync(string broker, ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        if (_running.Remove(broker, out var process))
        {
            await process.StopAsync(spec.StopGrace, clock);
            process.Dispose();
        }

        await StartStoppedAsync(edits, cancellationToken);
    }

    public Task WriteKernelAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        kernel.Write(edits);
        return Task.CompletedTask;
    }

    public Task CallHookAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken) =>
        throw new SettingRefusedException("The process cluster has no command that changes infrastructure; use a remote cluster with cluster.applyCommand.");

    public async Task<string?> FindIllnessAsync(CancellationToken cancellationToken)
    {
        ThrowIfDead();
        return (await Admin.ReadHealthAsync(RequestTimeout, cancellationToken)).IllnessAmong(layout.Select(b => b.Name));
    }

    /// <summary>Asks every broker to stop, and kills what has not after the grace.</summary>
    public Task StopAsync() => Task.WhenAll(_running.Values.Select(p => p.StopAsync(spec.StopGrace, clock)));

    /// <summary>Writes the kernel settings that a journal kept, and empties it.</summary>
    public void PutKernelBack(UndoJournal journal) => kernel.PutBack(journal);

    public async ValueTask DisposeAsync()
    {
        _admin?.Dispose();
        await StopAsync();
        foreach (var process in _running.Values)
        {
            process.Dispose();
        }

        _running.Clear();
        await launcher.DisposeAsync();
    }

    private bool IsRunning(string broker) => _running.TryGetValue(broker, out var process) && !process.HasExited;

    private void Launch(string broker)
    {
        if (_running.Remove(broker, out var dead))
        {
            dead.Dispose();
        }

        var tuned = _known.Values.Where(v => v.Key.Place == Place.Properties(broker) && !BrokerLauncher.IsOwn(v.Key.Name)).ToDictionary(v => v.Key.Name, v => v.Value);
        var jvm = _known.Values.Where(v => v.Key.Place == Place.Jvm(broker)).ToDictionary(v => v.Key.Name, v => v.Value);
        _running[broker] = launcher.Launch(layout.First(b => b.Name == broker), tuned, jvm);
    }

    private async Task AwaitReadyAsync(string broker, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var seen = "nothing was heard of it";
        while (clock.GetElapsedTime(start) < spec.StartTimeout)
        {
            if (_running[broker] is { HasExited: true } process)
            {
                if (!LastWords.In(process.Output).IsPassing)
                {
                    throw DeathOf(broker, process);
                }

                Launch(broker);
            }

            try
            {
                var health = await Admin.ReadHealthAsync(TimeSpan.FromSeconds(1), cancellationToken);
                if (health.IllnessAmong([broker]) is not { } illness)
                {
                    await Admin.DescribeAsync(broker, cancellationToken);
                    return;
                }

                seen = illness;
            }
            catch (ClusterFaultException notYet)
            {
                seen = notYet.Message;
            }

            await Task.Delay(PollInterval, clock, cancellationToken);
        }

        throw new ClusterFaultException($"Broker {broker} did not serve within {spec.StartTimeout.TotalSeconds:0} s ({seen}); give it longer by cluster.startTimeout, or look at the machine's load.");
    }

    private static Exception DeathOf(string broker, ServerProcess process)
    {
        var words = LastWords.In(process.Output);
        return words is { IsConfiguration: true, Line: { } line }
            ? new BrokerDiedException(line)
            : new ClusterFaultException($"Broker {broker} {process.DescribeExit()}{(words.Line is null ? "." : $": {words.Line}")}");
    }
}
