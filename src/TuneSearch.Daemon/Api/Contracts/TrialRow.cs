using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Measurements;
using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>One trial, planned or ended. Times are seconds.</summary>
/// <param name="Trial">Its number within the job, from 1.</param>
/// <param name="Outcome">«running», «measured», «infeasible», «invalid», «faulted» or «stopped».</param>
public sealed record TrialRow(int Trial, TrialPurpose Purpose, Configuration Configuration, string Outcome)
{
    public int Walker { get; init; }

    public string Move { get; init; } = string.Empty;

    public double Temperature { get; init; }

    public int Attempt { get; init; }

    /// <summary>Why, where it was not measured to its end.</summary>
    public string? Reason { get; init; }

    /// <summary>The job's objective over this trial's episodes, in its own unit; null where nothing was measured.</summary>
    public double? Objective { get; init; }

    /// <summary>Whether the job's limits hold for what was measured.</summary>
    public bool WithinLimits { get; init; } = true;

    /// <summary>Mean over the episodes.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = Measurement.NoMetrics;

    /// <summary>The same by profile.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Profiles { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, double>>(StringComparer.Ordinal);

    /// <summary>What was seen of brokers and clients meanwhile, mean over the episodes.</summary>
    public ImmutableSortedDictionary<string, double> Telemetry { get; init; } = Measurement.NoMetrics;

    public int Episodes { get; init; }

    public int Restarts { get; init; }

    public double Seconds { get; init; }

    /// <summary>The event of the job, counted from 1, that changed it last.</summary>
    public long Version { get; init; }

    /// <summary>Measuring time of the job at which it ended, or was started while it runs.</summary>
    public double AtSeconds { get; init; }
}
