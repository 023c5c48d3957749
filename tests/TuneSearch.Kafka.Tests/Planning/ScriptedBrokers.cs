using System.Collections.Immutable;
using System.Globalization;
using TuneSearch.Core.Planning;
using TuneSearch.Core.Spaces;
using TuneSearch.Kafka.Catalogue;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Tests.Planning;

/// <summary>Brokers that keep the laws of the catalogue and its reference, and fail where the script says.</summary>
internal sealed class ScriptedBrokers(ClusterShape shape, KafkaCatalogue catalogue) : IClusterControl
{
    private readonly Dictionary<string, bool> _dead = [];

    public ClusterState State { get; set; } = ClusterState.Empty;

    /// <summary>Every call that changes something, as one line each.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Called before each changing call with its number from 1; throws what the script wants.</summary>
    public Action<int> Script { get; set; } = _ => { };

    /// <summary>Changes that brokers accept and then do not make.</summary>
    public string? Forgets { get; set; }

    /// <summary>Largest heap in MiB that the machine can give.</summary>
    public int HeapOfTheMachine { get; set; } = 4096;

    public string? Illness { get; set; }

    /// <summary>Asked at each read for what is told in place of what holds; null where that is told.</summary>
    public Func<ClusterState?> Tells { get; set; } = () => null;

    /// <summary>Dead brokers show what was last written to their files, and nothing dynamic.</summary>
    public Task<ClusterState> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Tells() ?? State.With(State.Values.Keys.Where(id => id.Place.IsDynamic && _dead.ContainsKey(id.Place.Entity)).Select(id => new SettingEdit(id, null))));

    public void Kill(string broker) => _dead[broker] = true;

    public Task ValidateAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        Refuse(edits);
        return Task.CompletedTask;
    }

    public Task AlterAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        Call("alter", edits);
        Refuse(edits);
        if (shape.Brokers.FirstOrDefault(b => _dead.ContainsKey(b)) is { } dead)
        {
            throw new ClusterFaultException($"Broker {dead} does not answer.");
        }

        State = State.With(edits.Where(e => e.Id.Name != Forgets));
        return Task.CompletedTask;
    }

    public Task RestartAsync(string broker, ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        Call($"restart {broker}", edits);
        State = State.With(edits);
        _dead[broker] = true;
        if (int.Parse(State[Place.Jvm(broker), "heap"] ?? "1024", CultureInfo.InvariantCulture) > HeapOfTheMachine)
        {
            throw new BrokerDiedException("Could not reserve enough space for object heap");
        }

        foreach (var law in BrokenLaws(broker))
        {
            throw new BrokerDiedException(law);
        }

        _dead.Remove(broker);
        return Task.CompletedTask;
    }

    public Task WriteKernelAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        Call("kernel", edits);
        State = State.With(edits);
        return Task.CompletedTask;
    }

    public Task CallHookAsync(ImmutableArray<SettingEdit> edits, CancellationToken cancellationToken)
    {
        Call("hook", edits);
        State = State.With(edits);
        return Task.CompletedTask;
    }

    public Task<string?> FindIllnessAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Illness ?? (_dead.Keys.FirstOrDefault() is { } dead ? $"broker {dead} does not serve" : null));

    private void Call(string what, ImmutableArray<SettingEdit> edits)
    {
        Calls.Add($"{what}: {string.Join("; ", edits)}");
        Script(Calls.Count);
    }

    /// <summary>DynamicBrokerConfig: what may change while running, and by how much; KafkaConfig.validateValues over the outcome.</summary>
    private void Refuse(ImmutableArray<SettingEdit> edits)
    {
        var after = State.With(edits);
        foreach (var edit in edits.Where(e => e.Id.Place.Kind != PlaceKind.Topic))
        {
            var entry = catalogue.Find(ParameterScope.Broker, edit.Id.Name);
            if (entry is null || entry.UpdateMode == UpdateMode.Restart)
            {
                throw new SettingRefusedException($"Cannot update these configs dynamically: Set({edit.Id.Name})");
            }

            foreach (var broker in entry.IsPool ? shape.Brokers : [])
            {
                var (now, then) = (Number(State, entry.Name, broker), Number(after, entry.Name, broker));
                if (!PoolLadder.IsLegal((int)now, (int)then))
                {
                    throw new SettingRefusedException(then > now
                        ? $"Dynamic thread count update validation failed for {entry.Name}={then}, value should not be greater than double the current value {now}"
                        : $"Dynamic thread count update validation failed for {entry.Name}={then}, value should be at least half the current value {now}");
                }
            }
        }

        foreach (var broker in shape.Brokers)
        {
            if (Number(after, "log.cleaner.dedupe.buffer.size", broker) / Number(after, "log.cleaner.threads", broker) <= 1048576)
            {
                throw new SettingRefusedException("requirement failed: log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.");
            }
        }
    }

    private IEnumerable<string> BrokenLaws(string broker)
    {
        var queued = Number(State, "queued.max.request.bytes", broker);
        if (queued > 0 && queued < Number(State, "socket.request.max.bytes", broker))
        {
            yield return "requirement failed: queued.max.request.bytes must be larger or equal to socket.request.max.bytes";
        }

        if (Number(State, "replica.fetch.wait.max.ms", broker) > Number(State, "replica.lag.time.max.ms", broker))
        {
            yield return "requirement failed: replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent changes in ISR";
        }
    }

    private double Number(ClusterState state, string name, string broker)
    {
        var entry = catalogue.Find(ParameterScope.Broker, name)!;
        return SettingText.Number(state.Effective(SettingRules.Of(entry), broker))!.Value;
    }
}
