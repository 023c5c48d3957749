using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using TuneSearch.Kafka.Clusters.Command;
using TuneSearch.Kafka.Planning;

namespace TuneSearch.Kafka.Clusters.Hooks;

/// <summary>Runs a command of the user's with one line on its standard input.</summary>
/// <param name="folder">Where commands start.</param>
/// <param name="mark">What tells a later process of a command that is at work; null where it would do no harm.</param>
internal sealed class UserCommand(string? folder, TimeSpan timeout, TimeProvider clock, CommandMark? mark = null)
{
    /// <summary>What a command said is read in far less; a server that it left behind holds its output open for good.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    /// <summary>What it wrote to standard output. Started without a shell. What it leaves behind goes on.</summary>
    /// <exception cref="SettingRefusedException">It ended with exit code 2: it will not have these settings, and says why on standard error.</exception>
    /// <exception cref="ClusterFaultException">It could not be started, took too long, or ended with another exit code than 0.</exception>
    public async Task<string> RunAsync(ImmutableArray<string> command, string line, CancellationToken cancellationToken)
    {
        using var process = Start(command);
        mark?.Set(process.Id);
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var output = new CommandOutput(process.StandardOutput);
            var errors = new CommandOutput(process.StandardError);
            await SayAsync(process, line, either.Token);
            await process.WaitForExitAsync(either.Token);
            await Task.WhenAny(Task.WhenAll(output.Ended, errors.Ended), Task.Delay(OutputGrace, clock, either.Token));
            return process.ExitCode switch
            {
                0 => output.Take(),
                2 => throw new SettingRefusedException(errors.Take().Trim()),
                var code => throw new ClusterFaultException($"'{string.Join(' ', command)}' ended with exit code {code}: {errors.Take().Trim()}"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClusterFaultException(string.Create(CultureInfo.InvariantCulture, $"'{string.Join(' ', command)}' took longer than {timeout.TotalSeconds:0.###} s."));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            mark?.Clear();
        }
    }

    /// <summary>A command may end without having read its line; its exit code says what that means.</summary>
    private static async Task SayAsync(Process process, string line, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            return;
        }
    }

    private Process Start(ImmutableArray<string> command)
    {
        // .NET alone would look for «./restart.sh» in the folder of this process.
        var where = Path.GetFullPath(folder ?? ".");
        var program = EvaluatorProcess.Locate(command[0], where)
            ?? throw new ClusterFaultException($"'{command[0]}' could not be started: there is no such program, seen from '{where}'.");
        var start = new ProcessStartInfo(program, command.Skip(1))
        {
            WorkingDirectory = where,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ClusterFaultException($"'{command[0]}' could not be started: {error.Message}", error);
        }
    }
}
