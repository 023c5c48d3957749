using System.Diagnostics;
using System.Text;
using TuneSearch.Core.Clusters;

namespace TuneSearch.Kafka.Clusters.Command;

/// <summary>One run of the evaluator: a line in, a line out.</summary>
internal sealed class EvaluatorProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;

    /// <summary>An answer is a few kilobytes; more than this is not one.</summary>
    private const int MaxAnswerCharacters = 4 * 1024 * 1024;

    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(2);
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Queue<string> _errors = new();
    private readonly Task _errorPump;

    private EvaluatorProcess(Process process, TimeProvider time)
    {
        _process = process;
        _time = time;
        _errorPump = PumpErrorsAsync();
    }

    /// <summary>The last lines that it wrote to standard error.</summary>
    public string Complaint
    {
        get
        {
            lock (_errors)
            {
                return string.Join(Environment.NewLine, _errors);
            }
        }
    }

    public static string FolderOf(CommandClusterSpec spec, string? jobFolder) =>
        Path.GetFullPath(spec.WorkingDirectory ?? ".", Path.GetFullPath(jobFolder ?? "."));

    /// <summary>The program's file: a path is taken from the folder, a bare name from PATH; null where there is none.</summary>
    public static string? Locate(string program, string folder)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(program, folder);
            return File.Exists(path) ? path : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(File.Exists);
    }

    public static EvaluatorProcess Start(CommandClusterSpec spec, string? jobFolder, TimeProvider time)
    {
        var folder = FolderOf(spec, jobFolder);
        var start = new ProcessStartInfo(Locate(spec.Command[0], folder) ?? spec.Command[0], spec.Command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return new EvaluatorProcess(Process.Start(start)!, time);
    }

    /// <summary>Sends one line and waits for one line; null when the evaluator closed its output.</summary>
    /// <exception cref="TimeoutException">No line within the limit.</exception>
    /// <exception cref="InvalidDataException">The line has no end.</exception>
    /// <exception cref="IOException">The evaluator is gone.</exception>
    public async Task<string?> AskAsync(string line, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await _process.StandardInput.WriteLineAsync(line.AsMemory(), either.Token);
            await _process.StandardInput.FlushAsync(either.Token);
            return await ReadLineAsync(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {limit.TotalSeconds:0.#} s");
        }
    }

    /// <summary>Its exit code once it has ended by itself within a moment; null while it runs.</summary>
    public async Task<int?> ExitCodeAsync()
    {
        using var grace = new CancellationTokenSource(ExitGrace, _time);
        try
        {
            await _process.WaitForExitAsync(grace.Token);
            await _errorPump;
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has closed its end already, which is what closing ours asks for.
        }

        if (await ExitCodeAsync() is null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var reader = _process.StandardOutput;
        var line = new StringBuilder();
        var one = new char[1];
        while (await reader.ReadAsync(one, cancellationToken) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString();
            }

            line.Append(one[0]);
            if (line.Length > MaxAnswerCharacters)
            {
                throw new InvalidDataException($"a line of more than {MaxAnswerCharacters} characters");
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }

    private async Task PumpErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.Enqueue(line);
                if (_errors.Count > KeptErrorLines)
                {
                    _errors.Dequeue();
                }
            }
        }
    }
}
