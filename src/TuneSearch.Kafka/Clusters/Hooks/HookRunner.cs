using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TuneSearch.Core.Clusters;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>Runs hooks for the brokers concerned and keeps what they left and said. A hook that fails says so in what is kept; no trial fails for it.</summary>
/// <param name="folder">Where each call gets a folder of its own, which is gone afterwards.</param>
/// <param name="jobFolder">Where commands start.</param>
internal sealed class HookRunner(string folder, string? jobFolder, TimeProvider clock)
{
    private readonly List<EvidenceFile> _kept = [];
    private int _calls;

    /// <summary>What was kept since this was last asked.</summary>
    public ImmutableArray<EvidenceFile> Take()
    {
        var taken = _kept.ToImmutableArray();
        _kept.Clear();
        return taken;
    }

    public void Keep(EvidenceFile file) => _kept.Add(file);

    /// <param name="brokers">All of the cluster; with their process where it runs on this machine.</param>
    /// <param name="beside">What runs while the command does; null for nothing. The hook's last command follows it.</param>
    public async Task RunAsync(DueHook due, EpisodeRun run, IReadOnlyDictionary<string, int?> brokers, Func<Task>? beside, CancellationToken cancellationToken)
    {
        var calls = brokers.Where(b => due.Brokers.IsEmpty || due.Brokers.Contains(b.Key))
            .Select(b => new HookCall(due, run.Trial, run.Episode.MaxWarmUp + run.Episode.Duration, b.Key, b.Value, NextFolder())).ToList();
        var said = calls.ToDictionary(call => call, call => new StringBuilder().Append(due.Reason).Append('\n'));
        try
        {
            calls.ForEach(MakeEmpty);
            var commands = Task.WhenAll(calls.Select(call => RunAsync(call, due.Hook.Command, said[call], cancellationToken)));
            await Task.WhenAll(commands, beside?.Invoke() ?? Task.CompletedTask);
            await Task.WhenAll(calls.Select(call => RunAsync(call, due.Hook.Afterwards, said[call], cancellationToken)));
            calls.ForEach(call => Collect(call, said[call]));
        }
        finally
        {
            calls.Where(call => Directory.Exists(call.Folder)).ToList().ForEach(call => Directory.Delete(call.Folder, recursive: true));
        }
    }

    /// <summary>After a kill -9 the folder of that number may still hold what another trial's hook left.</summary>
    private static void MakeEmpty(HookCall call)
    {
        if (Directory.Exists(call.Folder))
        {
            Directory.Delete(call.Folder, recursive: true);
        }

        Directory.CreateDirectory(call.Folder);
    }

    private string NextFolder() => Path.Combine(Path.GetFullPath(folder), string.Create(CultureInfo.InvariantCulture, $"hook-{++_calls}"));

    private async Task RunAsync(HookCall call, ImmutableArray<string> command, StringBuilder said, CancellationToken cancellationToken)
    {
        if (command.IsEmpty)
        {
            return;
        }

        var words = call.Words(command);
        said.Append("$ ").AppendJoin(' ', words).Append('\n');
        try
        {
            said.Append(await new UserCommand(jobFolder, call.Due.Hook.Timeout, clock).RunAsync(words, call.Line, cancellationToken));
        }
        catch (Exception failure) when (failure is ClusterFaultException or SettingRefusedException)
        {
            said.Append(failure.Message).Append('\n');
        }
    }

    private void Collect(HookCall call, StringBuilder said)
    {
        foreach (var file in Directory.EnumerateFiles(call.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (path, bytes) = (Path.GetRelativePath(call.Folder, file), new FileInfo(file).Length);
            if (bytes > call.Due.Hook.MaxFileBytes)
            {
                said.Append(CultureInfo.InvariantCulture, $"{path} has {bytes} bytes and was not kept: hooks[{call.Due.Number - 1}].maxFileBytes is {call.Due.Hook.MaxFileBytes}.\n");
                continue;
            }

            _kept.Add(new EvidenceFile(call.NameOf(path), File.ReadAllBytes(file)));
        }

        _kept.Add(new EvidenceFile(call.Name + ".txt", Encoding.UTF8.GetBytes(said.ToString())));
    }
}
