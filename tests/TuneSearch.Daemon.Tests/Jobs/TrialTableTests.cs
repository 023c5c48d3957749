using System.Collections.Immutable;
using TuneSearch.Core.Jobs.Trials;
using TuneSearch.Core.Spaces;
using TuneSearch.Daemon.Api.Contracts;
using TuneSearch.Daemon.Jobs;

namespace TuneSearch.Daemon.Tests.Jobs;

public sealed class TrialTableTests
{
    [Fact]
    public void Csv_MixedTrials_HasAColumnForEveryParameterAndMetric()
    {
        var table = TrialTable.Csv(
        [
            new TrialRow(1, TrialPurpose.Calibration, Configuration.From([new("linger.ms", ParameterValue.Real(5))]), "measured")
            {
                Objective = 1234.5, Episodes = 2, Seconds = 3.25, AtSeconds = 4, Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("throughput", 1234.5),
                Telemetry = ImmutableSortedDictionary<string, double>.Empty.Add("gc_pauses", 3),
            },
            new TrialRow(2, TrialPurpose.Search, Configuration.From([new("acks", ParameterValue.Text("all"))]), "infeasible")
            {
                Walker = 1, Move = "step", Temperature = 0.5, Reason = "refused: \"acks\", it said",
            },
        ]);

        table.ShouldBe("""
            trial,purpose,outcome,objective,within_limits,walker,move,temperature,attempt,restarts,seconds,at_seconds,reason,parameter:acks,parameter:linger.ms,metric:throughput,telemetry:gc_pauses
            1,calibration,measured,1234.5,true,0,,0,0,0,3.25,4,,,5,1234.5,3
            2,search,infeasible,,true,1,step,0.5,0,0,0,0,"refused: ""acks"", it said",all,,,

            """.ReplaceLineEndings("\n"));
    }
}
