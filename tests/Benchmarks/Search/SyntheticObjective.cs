using TuneSearch.Core.Randomness;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>A made-up system of the benchmark «spaces», with the same noise on the same trials.</summary>
internal sealed class SyntheticObjective(int parameters, ulong seed, double noise) : IServedObjective
{
    private readonly SyntheticSystem _system = new(parameters, seed);
    private CounterRandom _random = CounterRandom.For(seed, "benchmark noise");

    public SearchSpace Space => _system.Space;

    public Configuration Baseline => _system.Space.Defaults;

    public Task<(double? Cost, double Violation)> MeasureAsync(Configuration configuration, CancellationToken cancellationToken) =>
        Task.FromResult<(double?, double)>((_system.Cost(configuration) * (1 + (noise * _random.NextGaussian())), 0));

    public Task<double> ScoreAsync(Configuration answer, CancellationToken cancellationToken) => Task.FromResult(_system.Gap(answer));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
