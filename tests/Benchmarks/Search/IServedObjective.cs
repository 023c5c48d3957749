using TuneSearch.Core.Spaces;

namespace TuneSearch.Benchmarks.Search;

/// <summary>Something to search that another process asks about.</summary>
internal interface IServedObjective : IAsyncDisposable
{
    SearchSpace Space { get; }

    Configuration Baseline { get; }

    /// <summary>One trial: a cost to make small, and by how much it misses a limit (0: none).</summary>
    Task<(double? Cost, double Violation)> MeasureAsync(Configuration configuration, CancellationToken cancellationToken);

    /// <summary>What an answer is worth, without noise.</summary>
    Task<double> ScoreAsync(Configuration answer, CancellationToken cancellationToken);
}
