using System.Collections.Immutable;
using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TuneSearch.Cli.Output;
using TuneSearch.Cli.Runs;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Spaces.Drafts;
using TuneSearch.Daemon.Jobs;
using TuneSearch.Files.Jobs;

namespace TuneSearch.Cli.Verbs;

/// <summary>Measures one configuration as a job would, and prints what came of it.</summary>
internal static class MeasureVerb
{
    public static Command Create(CliContext context)
    {
        var file = Verb.JobFile();
        var set = new Option<string[]>("--set") { Description = "A setting instead of the baseline's; may be given again", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var config = new Option<string?>("--config", "-c") { Description = "Settings from a file that 'best' wrote (properties or JSON)", HelpName = "FILE" };
        var episodes = new Option<int>("--episodes", "-n") { Description = "How often to measure; means are printed", HelpName = "N", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong?>("--seed") { Description = "Instead of the job's seed", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "As JSON, in base units: seconds, bytes, counts" };
        var verb = new Command("measure", $"Run one configuration once on a job's cluster and print throughput and latency percentiles. {ExitCode.Explanation}") { file, set, config, episodes, seed, json };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(episodes) is < 1 or > 1000)
            {
                throw new CliException(ExitCode.BadInput, "--episodes", $"{arguments.GetValue(episodes)} lies outside 1 to 1000", "Write a number in between.");
            }

            var bundle = LocalFiles.Job(arguments.GetRequiredValue(file)).Bundle with { Seed = arguments.GetValue(seed) };
            var written = (arguments.GetValue(config) is { } from ? WrittenValues.OfFile(from) : ImmutableSortedDictionary<string, RawValue>.Empty)
                .SetItems(WrittenValues.OfArguments(arguments.GetValue(set)!));
            await using var host = await OfflineHost.StartAsync(context, cancellationToken);
            var job = host.Services.GetRequiredService<IJobService>().Check(bundle);
            var configuration = ConfigurationReader.Read("configuration", written, job.Space, job.Baseline);
            if (!configuration.IsValid)
            {
                throw new CliException(ExitCode.BadInput, configuration.Problems.Select(problem => problem with { Where = "measure" }));
            }

            var driver = host.Services.GetServices<IClusterDriver>().First(candidate => candidate.Name == job.Cluster.Driver);
            var run = await Measurer.MeasureAsync(driver, job, configuration.Value, arguments.GetValue(episodes), cancellationToken);
            if (arguments.GetValue(json))
            {
                context.Out.WriteLine(TrialWriter.Json(run));
            }
            else
            {
                MeasuredPage.Write(context.Out, context.Width, run);
            }

            return run.Outcome == "measured" ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }
}
