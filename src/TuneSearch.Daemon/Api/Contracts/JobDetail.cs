using TuneSearch.Core.Spaces;

namespace TuneSearch.Daemon.Api.Contracts;

/// <summary>A job at a glance. Times are seconds.</summary>
public sealed record JobDetail(JobSummary Job)
{
    /// <summary>Events stored so far; a watch goes on from here.</summary>
    public long Version { get; init; }

    public required ulong Seed { get; init; }

    public required string Driver { get; init; }

    public required string Space { get; init; }

    public required IReadOnlyList<string> Profiles { get; init; }

    /// <summary>«maximize throughput».</summary>
    public required string Objective { get; init; }

    /// <summary>Whether a larger objective is better.</summary>
    public required bool Maximize { get; init; }

    public required IReadOnlyList<string> SubjectTo { get; init; }

    /// <summary>Largest loss that the gate tolerates, 0.02 = 2 %.</summary>
    public required double MaxRegression { get; init; }

    public required bool Verified { get; init; }

    public int TrialsInFlight { get; init; }

    public int Infeasible { get; init; }

    public int Invalid { get; init; }

    public int Restarts { get; init; }

    public double Temperature { get; init; }

    public double? Acceptance { get; init; }

    public double ElapsedSeconds { get; init; }

    public double? SecondsLeft { get; init; }

    /// <summary>Standard deviation of the baseline's own trials, over their episodes as well, relative to their mean; null before two were measured.</summary>
    public double? Noise { get; init; }

    public required Configuration Baseline { get; init; }

    /// <summary>What the job would answer now, or its answer.</summary>
    public Configuration? Best { get; init; }

    /// <summary>What was seen of brokers and clients under the baseline and under the best; empty where the cluster shows nothing of itself.</summary>
    public IReadOnlyList<TelemetryDocument> Telemetry { get; init; } = [];

    /// <summary>What a reader should know while it runs: the smallest effect that the budget can show, drift.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public AnswerDocument? Answer { get; init; }
}
