using System.Diagnostics;
using System.Globalization;
using TuneSearch.Kafka.Clusters.Processes;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>
/// A file that names the user's command while it runs. After a kill -9 of this process the command may still be at work, and must
/// not work against the one that puts things back.
/// </summary>
internal sealed class CommandMark(string path, ProcessTable table)
{
    public void Set(int pid)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{pid} {table.StartTime(pid) ?? 0}"));
    }

    public void Clear() => File.Delete(path);

    /// <summary>Lets a command that was left behind end by itself as long as the patience lasts, then ends it with everything it started.</summary>
    public async Task AwaitLeftoverAsync(TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Leftover() is not { } pid)
        {
            Clear();
            return;
        }

        try
        {
            using var process = Process.GetProcessById(pid);
            using var late = new CancellationTokenSource(patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            try
            {
                await process.WaitForExitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }

        Clear();
    }

    /// <summary>Pid and start time name a process for good; another may have the pid by now.</summary>
    private int? Leftover()
    {
        if (!File.Exists(path) || File.ReadAllText(path).Split(' ') is not [var id, var start]
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            return null;
        }

        return table.StartTime(pid) is { } begun && begun.ToString(CultureInfo.InvariantCulture) == start ? pid : null;
    }
}
