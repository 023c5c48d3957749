using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TuneSearch.Kafka.Clusters.Processes;

/// <summary>One server started by a script that execs it, so that its pid is the script's.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly string _outputFile;
    private readonly long _outputStart;

    private ServerProcess(Process process, string outputFile, long outputStart)
    {
        _process = process;
        _outputFile = outputFile;
        _outputStart = outputStart;
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>What it wrote to standard output and error since it was started.</summary>
    public string Output
    {
        get
        {
            using var stream = new FileStream(_outputFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Seek(_outputStart, SeekOrigin.Begin);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <param name="processors">As taskset(1) writes them; null for all.</param>
    /// <param name="outputFile">Appended to. A pipe would break when this process is killed, and the server with it.</param>
    public static ServerProcess Start(
        IEnumerable<string> command, IEnumerable<KeyValuePair<string, string>> environment, string outputFile, string? processors = null, int niceness = 0)
    {
        // A session of its own: Ctrl-C in the terminal is for this process, which then stops the server in order.
        List<string> words = ["-c", "exec setsid \"$@\" >>\"$0\" 2>&1 </dev/null", outputFile];
        if (processors is not null)
        {
            words.AddRange(["taskset", "-c", processors]);
        }

        if (niceness != 0)
        {
            words.AddRange(["nice", "-n", niceness.ToString(CultureInfo.InvariantCulture)]);
        }

        words.AddRange(command);
        var start = new ProcessStartInfo("/bin/sh", words) { UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var written = File.Exists(outputFile) ? new FileInfo(outputFile).Length : 0;
        File.AppendAllText(outputFile, string.Empty);
        return new ServerProcess(Process.Start(start)!, outputFile, written);
    }

    /// <summary>Asks it to stop, waits as long as the grace, then kills it. Returns whether it stopped by itself.</summary>
    public async Task<bool> StopAsync(TimeSpan grace, TimeProvider clock)
    {
        if (_process.HasExited)
        {
            return true;
        }

        _ = Signal(_process.Id, Terminate);
        using var late = new CancellationTokenSource(grace, clock);
        try
        {
            await _process.WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>How it ended, as far as its parent can tell: 128 and more is the signal that killed it.</summary>
    public string DescribeExit() => _process.ExitCode > 128
        ? string.Create(CultureInfo.InvariantCulture, $"was killed by signal {_process.ExitCode - 128}")
        : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {_process.ExitCode}");

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
