using System.Collections.Immutable;

using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class TelemetryComparisonTests
{
    private static readonly Configuration Baseline = Configuration.Empty.With("heap", ParameterValue.Integer(1024));
    private static readonly Configuration Best = Configuration.Empty.With("heap", ParameterValue.Integer(512));

    [Fact]
    public void Of_TrialsOfBoth_AreTheMeansSideBySide() =>
        TelemetryComparison.Of([Row(1, Baseline, ("gc_pauses", 2)), Row(2, Best, ("gc_pauses", 8), ("price", 1)), Row(3, Baseline, ("gc_pauses", 4))], Baseline, Best).ShouldBe(
        [
            new TelemetryDocument("gc_pauses", 3, 8),
            new TelemetryDocument("price", null, 1),
        ]);

    [Fact]
    public void Of_NoBestYet_IsTheBaselineAlone() =>
        TelemetryComparison.Of([Row(1, Baseline, ("gc_pauses", 2))], Baseline, null).ShouldBe([new TelemetryDocument("gc_pauses", 2, null)]);

    [Fact]
    public void Of_ClusterThatShowsNothing_IsEmpty() => TelemetryComparison.Of([Row(1, Baseline)], Baseline, Best).ShouldBeEmpty();

    private static TrialRow Row(int trial, Configuration configuration, params (string Name, double Value)[] seen) => new(trial, TrialPurpose.Search, configuration, "measured")
    {
        Telemetry = seen.ToImmutableSortedDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal),
    };
}
