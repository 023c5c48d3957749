using System.Collections.Immutable;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;

namespace TuneSearch.Kafka.Clusters.Command;

/// <summary>Opens the user's own evaluator: a program that answers one JSON line with one JSON line (docs/configuration.md, «command»).</summary>
public sealed class CommandClusterDriver(TimeProvider time) : IClusterDriver
{
    public string Name => "command";

    public ImmutableArray<Problem> Check(JobSpec job)
    {
        var spec = (CommandClusterSpec)job.Cluster;
        if (spec.Command.IsEmpty)
        {
            return [new Problem("cluster.command", "the command cluster names no program", "Give the program and its arguments as a list: command: [python3, evaluator.py].")];
        }

        var problems = ImmutableArray.CreateBuilder<Problem>();
        var program = spec.Command[0];
        var folder = EvaluatorProcess.FolderOf(spec, job.Folder);
        if (!Directory.Exists(folder))
        {
            problems.Add(new Problem("cluster.workingDirectory", $"the folder '{folder}' does not exist", "Name a folder that exists; relative ones start at the job file's."));
        }
        else if (EvaluatorProcess.Locate(program, folder) is null)
        {
            problems.Add(new Problem("cluster.command", $"the program '{program}' is neither in '{folder}' nor on PATH", "Install it, or give its path."));
        }

        return problems.ToImmutable();
    }

    public Task<ICluster> OpenAsync(JobSpec job, int ordinal, CancellationToken cancellationToken) =>
        Task.FromResult<ICluster>(new CommandCluster((CommandClusterSpec)job.Cluster, job.Folder, time));
}
