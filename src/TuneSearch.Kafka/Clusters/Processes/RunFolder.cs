using System.Globalization;
using System.Text.RegularExpressions;
using TuneSearch.Kafka.Clusters.Kernel;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>
/// Where one run of brokers keeps everything. Its name is the registry: pid and start time of the process that owns it, so that a
/// later one can tell a live run from what a kill -9 left behind, with no moment at which that is not yet written down.
/// </summary>
internal sealed partial class RunFolder : IDisposable
{
    private static int _runs;

    private RunFolder(string path) => FullPath = path;

    public string FullPath { get; }

    public static RunFolder Create(string dataDirectory, ProcessTable table)
    {
        var owner = Environment.ProcessId;
        var name = string.Create(CultureInfo.InvariantCulture, $"run-{owner}-{table.StartTime(owner) ?? 0}-{Interlocked.Increment(ref _runs)}");
        var path = Path.Combine(RunsOf(dataDirectory), name);
        PrivateFolder.Create(path);
        return new RunFolder(path);
    }

    /// <summary>The journal of what this run changed.</summary>
    public UndoJournal Journal => JournalIn(FullPath);

    /// <summary>Ends the processes and removes the folders of every run whose owner is gone, after putting back what it changed of the kernel. Returns how many runs there were.</summary>
    /// <exception cref="ClusterFaultException">A kernel setting cannot be put back; that run's folder stays.</exception>
    public static async Task<int> CleanLeftoversAsync(string dataDirectory, ProcessTable table, KernelSettings kernel, CancellationToken cancellationToken)
    {
        var runs = RunsOf(dataDirectory);
        if (!Directory.Exists(runs))
        {
            return 0;
        }

        var cleaned = 0;
        foreach (var folder in Directory.EnumerateDirectories(runs))
        {
            var name = Name().Match(Path.GetFileName(folder));
            if (!name.Success || IsAlive(table, name))
            {
                continue;
            }

            await KillAsync(table, folder, cancellationToken);
            kernel.PutBack(JournalIn(folder));
            Directory.Delete(folder, recursive: true);
            cleaned++;
        }

        return cleaned;
    }

    public void Dispose()
    {
        if (Directory.Exists(FullPath))
        {
            Directory.Delete(FullPath, recursive: true);
        }
    }

    private static UndoJournal JournalIn(string folder) => new(Path.Combine(folder, "undo.json"));

    private static string RunsOf(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "runs");

    private static bool IsAlive(ProcessTable table, Match name) =>
        table.StartTime(int.Parse(name.Groups["pid"].Value, CultureInfo.InvariantCulture)) == long.Parse(name.Groups["start"].Value, CultureInfo.InvariantCulture);

    /// <summary>A broker names its properties file, which lies in the run's folder, on its command line: no other process does.</summary>
    private static async Task KillAsync(ProcessTable table, string folder, CancellationToken cancellationToken)
    {
        foreach (var pid in table.Mentioning(folder))
        {
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(pid);
                process.Kill();
                await process.WaitForExitAsync(cancellationToken);
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    [GeneratedRegex(@"^run-(?<pid>\d+)-(?<start>\d+)-\d+$")]
    private static partial Regex Name();
}
