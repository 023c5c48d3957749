using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using TuneSearch.Core.Clusters;
using TuneSearch.Core.Jobs;
using TuneSearch.Core.Validation;
using TuneSearch.Daemon.Options;

namespace TuneSearch.Daemon.Security;

/// <summary>Programs that a job has started must begin like one of <see cref="DaemonOptions.AllowedCommands"/>, and start in a folder below the job roots.</summary>
internal sealed class CommandPolicy(IOptions<DaemonOptions> options) : IJobPolicy
{
    private const string Anything = "*";

    public static bool AllowsAnything(DaemonOptions options) => options.AllowedCommands.Any(words => words is [Anything]);

    public IEnumerable<Problem> Check(JobSpec job)
    {
        if (AllowsAnything(options.Value))
        {
            return [];
        }

        return job.Cluster switch
        {
            CommandClusterSpec command =>
                [.. Allowed("cluster.command", command.Command), .. StartFolder("cluster.workingDirectory", "the evaluator", FolderOf(job, command))],
            ProcessClusterSpec process =>
            [
                .. process.Home is { } home ? Allowed("cluster.home", [Path.Join(home, "bin", "kafka-server-start.sh")]) : [],
                .. Hooks(process.Hooks),
                .. process.Hooks.IsEmpty ? [] : StartFolder("cluster.hooks", "the commands", job.Folder),
            ],
            RemoteClusterSpec remote =>
            [
                .. Allowed("cluster.restartCommand", remote.RestartCommand),
                .. Allowed("cluster.applyCommand", remote.ApplyCommand),
                .. Hooks(remote.Hooks),
                .. remote is { RestartCommand.IsEmpty: true, ApplyCommand.IsEmpty: true, Hooks.IsEmpty: true } ? [] : StartFolder("cluster", "the commands", job.Folder),
            ],
            _ => [],
        };
    }

    private IEnumerable<Problem> Hooks(ImmutableArray<ClusterHook> hooks) =>
        hooks.SelectMany((hook, i) => Allowed($"cluster.hooks[{i}].command", hook.Command).Concat(Allowed($"cluster.hooks[{i}].afterwards", hook.Afterwards)));

    private IEnumerable<Problem> Allowed(string key, ImmutableArray<string> command)
    {
        if (command.IsEmpty || options.Value.AllowedCommands.Any(words => command.Take(words.Length).SequenceEqual(words, StringComparer.Ordinal)))
        {
            yield break;
        }

        yield return new Problem(
            key,
            $"the daemon's settings do not allow it to start '{string.Join(' ', command)}'",
            $"Add [{string.Join(", ", command.Select(word => $"\"{word}\""))}] to TuneSearch:AllowedCommands and start the daemon again, or use: tunesearch run");
    }

    private static string? FolderOf(JobSpec job, CommandClusterSpec command) => (job.Folder, command.WorkingDirectory) switch
    {
        (null, null) => null,
        (null, { } own) => own,
        ({ } of, null) => of,
        ({ } of, { } own) => Path.Combine(of, own),
    };

    /// <summary>An allowed «./evaluate.sh», or «bash restart.sh», would be anybody's program in a folder that the caller chooses.</summary>
    private IEnumerable<Problem> StartFolder(string key, string who, string? folder)
    {
        if (folder is null || JobRoots.Of(options.Value).Contains(folder))
        {
            yield break;
        }

        yield return new Problem(
            key,
            $"{who} would start in '{folder}', which is not below one of the daemon's job roots",
            "Add the folder to TuneSearch:JobRoots and start the daemon again, or use: tunesearch run");
    }
}
